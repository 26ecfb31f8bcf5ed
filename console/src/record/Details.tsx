import { ActionIcon } from '@mantine/core';
import { PencilIcon } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { CellEditor } from '../list/CellEditor';
import { useCan } from '../session/session';
import { Value } from '../ui/Value';
import styles from './Details.module.css';

const elsewhere = new Set(['id', 'version', 'included', 'lines', 'deliveries', 'deletedAt', 'rank', 'conversion', 'mergedInto', 'secrets']);
const technical = ['externalIds', 'customFields', 'createdAt', 'updatedAt'];

function order(kind: Kind): string[] {
  const names = Object.keys(kind.meta.view).filter((name) => !elsewhere.has(name));
  const first = [...kind.facts, ...kind.columns].filter((name) => names.includes(name) && !technical.includes(name));
  const rest = names.filter((name) => !technical.includes(name));
  return [...new Set([...first, ...rest, ...technical.filter((name) => names.includes(name))])];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** All members of a record, those with a value first; each can be edited in place. */
export function Details({ kind, record }: { kind: Kind; record: AnyRecord }) {
  const { t, field } = useTexts();
  const can = useCan();
  const [editing, setEditing] = useState<string | null>(null);
  const changeable = can(kind.meta.change) && !record.deletedAt;
  const names = order(kind);
  const filled = names.filter((name) => !isEmpty(record[name]));
  const empty = names.filter((name) => isEmpty(record[name]) && name in kind.meta.details.fields);
  return (
    <dl className={styles['details']}>
      {[...filled, ...empty].map((name) => (
        <div key={name} className={styles['row']}>
          <dt>{field(name)}</dt>
          <dd>
            {editing === name ? (
              <CellEditor kind={kind} record={record} column={{ name }} onClose={() => setEditing(null)} />
            ) : (
              <Value kind={kind.name} field={name} meta={kind.meta.view[name]} value={record[name]} record={record} />
            )}
            {changeable && name in kind.meta.details.fields && editing !== name && (
              <ActionIcon size="sm" className={styles['edit']} aria-label={t('record.edit', { name: field(name) })} onClick={() => setEditing(name)}>
                <PencilIcon size={14} />
              </ActionIcon>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
