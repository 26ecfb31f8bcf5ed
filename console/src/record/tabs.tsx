import type { ReactNode } from 'react';
import type { MessageKey } from '../i18n/messages';
import { kinds, type Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { Clocks } from './Clocks';
import { Comments } from './Comments';
import { CustomerInsightTab } from './CustomerInsightTab';
import { History } from './History';
import { Lines } from './Lines';
import { Merges } from './Merges';
import { Related } from './Related';
import { Timeline } from './Timeline';

export interface Tab {
  name: string;
  label: MessageKey;
  permission: string | null;
  render(record: AnyRecord): ReactNode;
}

const lines: Tab = { name: 'lines', label: 'record.lines', permission: null, render: (record) => <Lines record={record} /> };

const own: Partial<Record<string, Tab[]>> = {
  customers: [{ name: 'timeline', label: 'record.timeline', permission: null, render: (record) => <Timeline id={record.id} /> }],
  cases: [
    { name: 'replies', label: 'record.comments', permission: null, render: (record) => <Comments id={record.id} /> },
    { name: 'clocks', label: 'record.clocks', permission: null, render: (record) => <Clocks id={record.id} /> },
  ],
  orders: [lines],
  quotes: [lines],
  invoices: [lines],
};

const later: Partial<Record<string, Tab[]>> = {
  customers: [
    { name: 'insight', label: 'record.insight', permission: 'insight:read', render: (record) => <CustomerInsightTab id={record.id} /> },
    { name: 'merges', label: 'record.merges', permission: null, render: (record) => <Merges id={record.id} /> },
  ],
};

/** The tabs of a record: what is particular to its kind, the records that belong to it, and its history. */
export function tabsOf(kind: Kind): Tab[] {
  const relations = kind.relations.map(
    (relation): Tab => ({
      name: relation.kind,
      label: `kind.${relation.kind}`,
      permission: kinds[relation.kind].meta.read,
      render: (record) => <Related relation={relation} id={record.id} />,
    }),
  );
  const history: Tab[] = kind.meta.history
    ? [{ name: 'history', label: 'record.history', permission: null, render: (record) => <History kind={kind} id={record.id} /> }]
    : [];
  return [...(own[kind.name] ?? []), ...relations, ...(later[kind.name] ?? []), ...history];
}
