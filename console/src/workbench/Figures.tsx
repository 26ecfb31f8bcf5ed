import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import type { MessageKey } from '../i18n/messages';
import styles from './Workbench.module.css';

const labels: Record<string, MessageKey> = {
  read: 'apply.read',
  kept: 'apply.kept',
  merged: 'apply.merged',
  review: 'apply.review',
  clusters: 'apply.clusters',
  created: 'apply.created',
  changed: 'apply.changed',
  updated: 'apply.updated',
  unchanged: 'apply.unchanged',
  rejected: 'apply.rejected',
  liveCustomers: 'apply.liveCustomers',
  deleted: 'apply.deleted',
  restored: 'apply.restored',
  unmerged: 'apply.unmerged',
};

/** The counts in the result of a job. */
export function Figures({ result }: { result: unknown }) {
  const { t } = useTexts();
  const formats = useFormats();
  const counts = Object.entries((result ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[0] in labels,
  );
  return (
    <dl className={styles['facts']}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{t(labels[name] as MessageKey)}</dt>
          <dd>{formats.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
