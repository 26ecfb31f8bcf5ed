import { usePages } from '../api/pages';
import type { HistoryEntry } from '../../generated/customer';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import { Changed } from './Changed';
import { Entries } from './Entries';
import styles from './Timeline.module.css';

/** Who changed what of a record, oldest first. */
export function History({ kind, id }: { kind: Kind; id: string }) {
  const { t } = useTexts();
  const formats = useFormats();
  const found = usePages<HistoryEntry>(['history', kind.name, id], `${kind.meta.path}/${id}/history`);
  return (
    <Entries found={found} empty={t('record.noHistory')} count={found.items.length}>
      <ol className={styles['entries']}>
        {found.items.map((entry) => (
          <li key={entry.version + entry.at} className={styles['entry']}>
            <Changed kind={kind} entry={entry} />
            <time dateTime={entry.at} title={formats.moment(entry.at)}>
              {formats.since(entry.at)}
            </time>
          </li>
        ))}
      </ol>
    </Entries>
  );
}
