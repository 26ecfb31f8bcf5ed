import { Chip, Group } from '@mantine/core';
import { MergeIcon, ListChecksIcon, LifeBuoyIcon, MegaphoneIcon, PencilIcon, ReceiptIcon, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../api/pages';
import type { TimelineEntry } from '../../generated/customer';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { kinds } from '../kinds/kinds';
import { Status } from '../ui/Status';
import { Changed } from './Changed';
import { Entries } from './Entries';
import styles from './Timeline.module.css';

const kindsOfEntry = ['activity', 'case', 'order', 'campaign', 'change', 'merge'] as const;

const icons: Record<TimelineEntry['kind'], LucideIcon> = {
  activity: ListChecksIcon,
  case: LifeBuoyIcon,
  order: ReceiptIcon,
  campaign: MegaphoneIcon,
  change: PencilIcon,
  merge: MergeIcon,
};

/** What has happened around a customer, newest first, filtered by kind. */
export function Timeline({ id }: { id: string }) {
  const { t, value } = useTexts();
  const formats = useFormats();
  const [kind, setKind] = useState<string[]>([]);
  const query: Record<string, string> = kind.length > 0 ? { kind: kind.join(',') } : {};
  const found = usePages<TimelineEntry>(['timeline', id, kind], `/api/v1/customers/${id}/timeline`, query);
  return (
    <>
      <Chip.Group multiple value={kind} onChange={setKind}>
        <Group gap={6} mb="sm">
          {kindsOfEntry.map((each) => (
            <Chip key={each} value={each} size="xs" variant="light">
              {value(each)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Entries found={found} empty={t('record.noTimeline')} count={found.items.length}>
        <ol className={styles['entries']}>
          {found.items.map((entry) => {
            const Symbol = icons[entry.kind];
            return (
              <li key={entry.kind + entry.id} className={styles['entry']}>
                <span className={styles['symbol']}>
                  <Symbol size={15} strokeWidth={1.7} aria-label={value(entry.kind)} />
                </span>
                <What entry={entry} />
                <time dateTime={entry.at} title={formats.moment(entry.at)}>
                  {formats.since(entry.at)}
                </time>
              </li>
            );
          })}
        </ol>
      </Entries>
    </>
  );
}

function What({ entry }: { entry: TimelineEntry }) {
  const { t, value } = useTexts();
  const formats = useFormats();
  const { activity, order, merge, change, campaign, case: concern } = entry;
  if (change) {
    return <Changed kind={kinds.customers} entry={change} />;
  }
  return (
    <div className={styles['body']}>
      {activity && (
        <>
          <Link to={`/activities/${entry.id}`}>{activity.subject}</Link> <span className="muted">{value(activity.kind)}</span>
        </>
      )}
      {concern && (
        <>
          <Link to={`/cases/${entry.id}`}>
            #{concern.number} {concern.subject}
          </Link>{' '}
          <Status value={concern.status} />
        </>
      )}
      {order && (
        <>
          <Link to={`/orders/${entry.id}`}>{order.number ?? t('kind.orders', { count: 1 })}</Link> <span className="tabular">{formats.money(order.total)}</span>{' '}
          {order.status && <Status value={order.status} />}
        </>
      )}
      {campaign && (
        <>
          {campaign.name} <Status value={campaign.status} />
        </>
      )}
      {merge && (
        <>
          {t('record.mergedCustomers', { count: merge.merged.length, actor: merge.mergedBy })}
          {merge.undoneAt && <span className="muted"> {t('record.undone', { when: formats.since(merge.undoneAt) })}</span>}
        </>
      )}
    </div>
  );
}
