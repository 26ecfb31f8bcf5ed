import { Button, CloseButton, Menu, Popover } from '@mantine/core';
import { FilterIcon } from 'lucide-react';
import { useState } from 'react';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { referenced, type Kind } from '../kinds/kinds';
import { Reference } from '../ui/Reference';
import { FilterForm } from './FilterForm';
import styles from './FilterBar.module.css';
import type { Filter, ListState } from './listState';

const unasked = new Set(['id', 'deletedAt', 'rank', 'messageId']);

function Condition({ kind, filter }: { kind: Kind; filter: Filter }) {
  const { t, value } = useTexts();
  const formats = useFormats();
  const meta = kind.meta.filters[filter.field];
  const target = referenced(kind.name, filter.field);
  if (filter.operator === 'null') {
    return <>{t(filter.value === 'true' ? 'filter.missing' : 'filter.present')}</>;
  }
  const word = { like: t('filter.contains'), gte: t('filter.from'), gt: '>', lte: t('filter.until'), lt: t('filter.until'), ne: '≠' }[filter.operator];
  const values = filter.operator === 'in' || filter.operator === 'all' ? filter.value.split(',') : [filter.value];
  return (
    <>
      {word ? `${word} ` : ''}
      {target ? (
        <Reference kind={target} id={filter.value} plain />
      ) : (
        values
          .map((each) => {
            if (meta?.type === 'boolean') {
              return t(each === 'true' ? 'value.yes' : 'value.no');
            }
            if (meta?.type === 'moment') {
              return formats.day(each);
            }
            return meta?.values ? value(each) : meta?.type === 'date' ? formats.date(each) : each;
          })
          .join(', ')
      )}
    </>
  );
}

/** The filters of a list as chips, and a way to add one for any field that the API filters by. */
export function FilterBar({ kind, state }: { kind: Kind; state: ListState }) {
  const { t, field } = useTexts();
  const [adding, setAdding] = useState<string | null>(null);
  const fields = Object.keys(kind.meta.filters).filter((name) => !unasked.has(name));
  const sorted = [...fields].sort((a, b) => field(a).localeCompare(field(b)));
  return (
    <>
      {state.filters.map((filter) => (
        <span key={filter.parameter + filter.value} className={styles['chip']}>
          <span className={styles['field']}>{field(filter.field)}</span>
          <span className="truncate">
            <Condition kind={kind} filter={filter} />
          </span>
          <CloseButton
            size="xs"
            aria-label={t('list.removeFilter', { name: field(filter.field) })}
            onClick={() => state.change((query) => query.delete(filter.parameter, filter.value))}
          />
        </span>
      ))}
      <Popover opened={adding !== null} onChange={(opened) => !opened && setAdding(null)} position="bottom-start" trapFocus withRoles={false}>
        <Popover.Target>
          <span>
            <Menu position="bottom-start">
              <Menu.Target>
                <Button variant="default" leftSection={<FilterIcon size={14} />}>
                  {t('list.filter')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown className={styles['menu']}>
                {sorted.map((name) => (
                  <Menu.Item key={name} onClick={() => setAdding(name)}>
                    {field(name)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </span>
        </Popover.Target>
        <Popover.Dropdown>
          {adding !== null && <FilterForm key={adding} kind={kind} field={adding} state={state} onDone={() => setAdding(null)} />}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
