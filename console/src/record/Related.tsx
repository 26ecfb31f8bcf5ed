import { Button, Table } from '@mantine/core';
import { PlusIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { RecordDrawer } from '../form/RecordDrawer';
import { useTexts } from '../i18n/language';
import { kinds, type Relation } from '../kinds/kinds';
import { useList } from '../list/useList';
import { useCan } from '../session/session';
import { isNumeric, Value } from '../ui/Value';
import { Entries } from './Entries';
import styles from './Related.module.css';

/** The records of another kind that belong to a record. */
export function Related({ relation, id }: { relation: Relation; id: string }) {
  const kind = kinds[relation.kind];
  const { t, field } = useTexts();
  const can = useCan();
  const [creating, setCreating] = useState(false);
  const query = useMemo(() => new URLSearchParams({ [relation.by]: id, sort: kind.sort }), [relation.by, id, kind.sort]);
  const found = useList(kind, query);
  const columns = kind.columns.filter((name) => name !== relation.by).slice(0, 5);
  return (
    <>
      <div className={styles['bar']}>
        <Link to={`/${kind.name}?${relation.by}=${id}`}>{t('home.all')}</Link>
        {can(kind.meta.create) && (
          <Button variant="default" size="compact-xs" leftSection={<PlusIcon size={13} />} onClick={() => setCreating(true)}>
            {t('list.new', { kind: t(`kind.${kind.name}`, { count: 1 }) })}
          </Button>
        )}
      </div>
      <Entries found={found} empty={t('record.noRelated')} count={found.records.length}>
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t(`kind.${kind.name}`, { count: 2 })}>
          <Table className={styles['table'] ?? ''}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((name) => (
                  <Table.Th key={name} ta={isNumeric(kind.meta.view[name]) ? 'right' : undefined}>
                    {field(name)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.records.map((record) => (
                <Table.Tr key={record.id}>
                  {columns.map((name, index) => (
                    <Table.Td key={name} ta={isNumeric(kind.meta.view[name]) ? 'right' : undefined}>
                      {index === 0 ? (
                        <Link to={`/${kind.name}/${record.id}`}>{String(record[name] ?? '') || kind.title(record) || '–'}</Link>
                      ) : (
                        <Value compact kind={kind.name} field={name} meta={kind.meta.view[name]} value={record[name]} record={record} />
                      )}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Entries>
      <RecordDrawer kind={kind} opened={creating} onClose={() => setCreating(false)} initial={{ [relation.by]: id }} />
    </>
  );
}
