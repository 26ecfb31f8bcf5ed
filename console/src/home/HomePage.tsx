import { useMemo } from 'react';
import { Link } from 'react-router';
import type { KindName } from '../../generated/kinds';
import { useTexts } from '../i18n/language';
import type { MessageKey } from '../i18n/messages';
import { kinds } from '../kinds/kinds';
import { useList } from '../list/useList';
import { useCan, useSession } from '../session/session';
import { ErrorNotice } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { Value } from '../ui/Value';
import styles from './HomePage.module.css';

interface Tile {
  title: MessageKey;
  kind: KindName;
  query: Record<string, string>;
  fields: [string, string];
}

/** What awaits the user: each tile is the beginning of a list that it leads to. */
export function HomePage() {
  const { t } = useTexts();
  const can = useCan();
  const { user } = useSession();
  useTitle(t('nav.home'));
  const tiles: Tile[] = [
    { title: 'home.tasks', kind: 'activities', query: { kind: 'task', assigneeId: user.id, 'completedAt[null]': 'true', sort: 'dueAt' }, fields: ['customerId', 'dueAt'] },
    { title: 'home.cases', kind: 'cases', query: { 'status[in]': 'new,open', sort: 'resolutionDueAt' }, fields: ['priority', 'resolution'] },
    { title: 'home.closing', kind: 'opportunities', query: { status: 'open', sort: 'expectedCloseOn' }, fields: ['expectedCloseOn', 'amount'] },
    { title: 'home.recent', kind: 'customers', query: { sort: '-updatedAt' }, fields: ['status', 'updatedAt'] },
  ];
  return (
    <div className={styles['page']}>
      <h1>{t('home.greeting', { name: user.displayName ?? user.name })}</h1>
      <div className={styles['tiles']}>
        {tiles.filter((tile) => can(kinds[tile.kind].meta.read)).map((tile) => (
          <TileOf key={tile.title} tile={tile} />
        ))}
      </div>
    </div>
  );
}

function TileOf({ tile }: { tile: Tile }) {
  const kind = kinds[tile.kind];
  const { t } = useTexts();
  const address = useMemo(() => new URLSearchParams(tile.query), [tile.query]);
  const { records, isPending, error, refetch } = useList(kind, address);
  const shown = records.slice(0, 8);
  return (
    <section className={styles['tile']}>
      <header>
        <h2>{t(tile.title)}</h2>
        <Link to={`/${kind.name}?${address}`}>{t('home.all')}</Link>
      </header>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : (
        <ul>
          {shown.map((record) => (
            <li key={record.id}>
              <Link to={`/${kind.name}/${record.id}`} className="truncate">
                {kind.title(record) || '–'}
              </Link>
              {tile.fields.map((name) => (
                <span key={name} className={styles['field']}>
                  <Value compact kind={kind.name} field={name} meta={kind.meta.view[name]} value={record[name]} record={record} />
                </span>
              ))}
            </li>
          ))}
          {!isPending && shown.length === 0 && <li className="muted">{t('home.none')}</li>}
        </ul>
      )}
    </section>
  );
}
