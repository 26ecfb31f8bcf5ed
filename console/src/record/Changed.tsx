import type { HistoryEntry } from '../../generated/customer';
import { useTexts, humanized } from '../i18n/language';
import type { MessageKey } from '../i18n/messages';
import { messages } from '../i18n/messages';
import type { Kind } from '../kinds/kinds';
import { Value } from '../ui/Value';
import styles from './Timeline.module.css';

function useAction(): (action: string) => string {
  const { t } = useTexts();
  return (action) => {
    const key = `action.${action}`;
    return key in messages ? t(key as MessageKey) : humanized(action);
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** One change of a record: the members that changed, each with its value before and after. */
export function Changed({ kind, entry }: { kind: Kind; entry: HistoryEntry }) {
  const { t, field } = useTexts();
  const action = useAction();
  const show = (name: string, value: unknown) =>
    isEmpty(value) ? (
      <em className="muted">{t('history.empty')}</em>
    ) : (
      <Value compact kind={kind.name} field={name} meta={kind.meta.view[name]} value={value} />
    );
  return (
    <div className={styles['body']}>
      <span className={styles['what']}>{t('history.by', { action: action(entry.action), actor: entry.actor })}</span>
      {entry.changes.length > 0 && (
        <ul className={styles['changes']}>
          {entry.changes.map((change) => (
            <li key={change.field}>
              <span className="muted">{field(change.field)}</span>
              <span className={styles['values']}>
                {!isEmpty(change.from) && (
                  <>
                    <s>{show(change.field, change.from)}</s>
                    <span aria-hidden>→</span>
                  </>
                )}
                <span>{show(change.field, change.to)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
