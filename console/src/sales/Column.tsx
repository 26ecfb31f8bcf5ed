import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Stage } from '../../generated/order';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Reference } from '../ui/Reference';
import styles from './Board.module.css';
import type { Card, Target } from './BoardPage';
import { sums } from './sums';

interface ColumnProps {
  stage: Stage;
  left: string | undefined;
  right: string | undefined;
  cards: Card[];
  find(id: string): Card | undefined;
  onMove(card: Card, target: Target): void;
}

/** The id of the card that was last moved by keys, which keeps the focus in its new column. */
let movedByKeys: string | null = null;

export function Column({ stage, left, right, cards, find, onMove }: ColumnProps) {
  const { t } = useTexts();
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent, before: string | null) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const card = find(event.dataTransfer.getData('text/plain'));
    if (card && card.id !== before) {
      onMove(card, { stage: stage.key, before });
    }
  };
  const byKey = (card: Card, key: string): Target | null => {
    const index = cards.findIndex((each) => each.id === card.id);
    switch (key) {
      case 'ArrowLeft':
        return left ? { stage: left, before: null } : null;
      case 'ArrowRight':
        return right ? { stage: right, before: null } : null;
      case 'ArrowUp':
        return index > 0 ? { stage: stage.key, before: cards[index - 1]?.id ?? null } : null;
      case 'ArrowDown':
        return index < cards.length - 1 ? { stage: stage.key, before: cards[index + 2]?.id ?? null } : null;
      default:
        return null;
    }
  };
  return (
    <section
      className={styles['column']}
      data-over={over}
      aria-label={stage.name}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => drop(event, null)}
    >
      <header>
        <h2>{stage.name}</h2>
        <span className="muted tabular">{cards.length}</span>
        <p className="tabular">
          {sums(cards.flatMap((card) => (card.amount ? [card.amount] : []))).map((sum) => (
            <span key={sum.currency}>{formats.money(sum)}</span>
          ))}
        </p>
      </header>
      <ul>
        {cards.map((card) => (
          <CardOf
            key={card.id}
            card={card}
            onDrop={(event) => drop(event, card.id)}
            onKey={(key) => {
              const target = byKey(card, key);
              if (target) {
                movedByKeys = card.id;
                onMove(card, target);
              }
            }}
          />
        ))}
        {cards.length === 0 && <li className={styles['none']}>{t('board.empty')}</li>}
      </ul>
    </section>
  );
}

interface CardProps {
  card: Card;
  onDrop(event: DragEvent): void;
  onKey(key: string): void;
}

function CardOf({ card, onDrop, onKey }: CardProps) {
  const { t } = useTexts();
  const formats = useFormats();
  const can = useCan();
  const movable = can('opportunity:write');
  const link = useRef<HTMLAnchorElement>(null);
  const late = card.expectedCloseOn !== null && card.expectedCloseOn < new Date().toISOString().slice(0, 10);
  useEffect(() => {
    if (movedByKeys === card.id) {
      movedByKeys = null;
      link.current?.focus();
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key.startsWith('Arrow') && movable) {
      event.preventDefault();
      onKey(event.key);
    }
  };
  return (
    <li
      className={styles['card']}
      draggable={movable}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <Link ref={link} to={`/opportunities/${card.id}`} onKeyDown={onKeyDown} draggable={false}>
        {card.name}
      </Link>
      <span className={styles['customer']}>
        <Reference kind="customers" id={card.customerId} plain />
      </span>
      <span className={styles['foot']}>
        <strong className="tabular">{formats.money(card.amount)}</strong>
        <span className="tabular" data-late={late}>
          {formats.date(card.expectedCloseOn)}
          {late && <span className="visually-hidden"> {t('board.overdue')}</span>}
        </span>
      </span>
    </li>
  );
}
