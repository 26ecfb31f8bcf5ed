import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { RecordPicker } from '../form/RecordPicker';
import { useTexts } from '../i18n/language';
import { referenced, type Kind } from '../kinds/kinds';
import { useSession } from '../session/session';
import type { ListState } from './listState';

interface Props {
  kind: Kind;
  field: string;
  state: ListState;
  onDone(): void;
}

type Chosen = Record<string, string>;

/** Turns a day into the moment at which it begins or ends for the user. */
function moment(day: string, end: boolean): string {
  const start = new Date(`${day}T00:00:00`);
  if (end) {
    start.setDate(start.getDate() + 1);
  }
  return start.toISOString();
}

function escaped(text: string): string {
  return text.replace(/\*/g, '\\*');
}

/** Asks for the values of one filter in the way that suits its type. */
export function FilterForm({ kind, field: name, state, onDone }: Props) {
  const { t, field, value } = useTexts();
  const { user } = useSession();
  const meta = kind.meta.filters[name];
  const target = referenced(kind.name, name);
  const [chosen, setChosen] = useState<Chosen>({});
  const [many, setMany] = useState<string[]>([]);
  const set = (operator: string) => (text: string) => setChosen((current) => ({ ...current, [operator]: text }));
  const apply = (conditions: Chosen) => {
    state.change((query) => {
      for (const [operator, text] of Object.entries(conditions)) {
        if (text !== '') {
          query.set(operator === 'eq' ? name : `${name}[${operator}]`, text);
        }
      }
    });
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (many.length > 0) {
      apply(many.length === 1 ? { eq: many[0] ?? '' } : { in: many.join(',') });
    } else if (meta?.type === 'moment') {
      apply({ ...(chosen['gte'] && { gte: moment(chosen['gte'], false) }), ...(chosen['lt'] && { lt: moment(chosen['lt'], true) }) });
    } else {
      apply(chosen['like'] ? { like: escaped(chosen['like']) } : chosen);
    }
  };
  const options = meta?.values ?? (meta?.type === 'boolean' ? ['true', 'false'] : null);
  const label = field(name);
  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="xs" w={240}>
        {options ? (
          <Checkbox.Group label={label} value={many} onChange={(next) => setMany(meta?.type === 'boolean' ? next.slice(-1) : next)}>
            <Stack gap={6} mt={6}>
              {options.map((option) => (
                <Checkbox key={option} size="xs" value={option} label={meta?.type === 'boolean' ? t(option === 'true' ? 'value.yes' : 'value.no') : value(option)} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : target ? (
          <>
            <RecordPicker kind={target} label={label} value={chosen['eq'] ?? null} onChange={(id) => set('eq')(id ?? '')} />
            {target === 'users' && (
              <Button variant="default" onClick={() => apply({ eq: user.id })}>
                {t('filter.me')}
              </Button>
            )}
          </>
        ) : meta?.range && meta.type !== 'string' && meta.type !== 'id' ? (
          <>
            <TextInput data-autofocus type={inputType(meta.type)} label={`${label} ${t('filter.from')}`} onChange={(event) => set('gte')(event.currentTarget.value)} />
            <TextInput
              type={inputType(meta.type)}
              label={`${label} ${t('filter.until')}`}
              onChange={(event) => set(meta.type === 'moment' ? 'lt' : 'lte')(event.currentTarget.value)}
            />
          </>
        ) : (
          <TextInput
            data-autofocus
            label={`${label} ${t(meta?.like ? 'filter.contains' : 'filter.is')}`}
            onChange={(event) => set(meta?.like ? 'like' : 'eq')(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between" gap="xs">
          <Button variant="subtle" color="gray" onClick={() => apply({ null: 'true' })}>
            {t('filter.missing')}
          </Button>
          <Button type="submit">{t('list.apply')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function inputType(type: string): string {
  return type === 'date' || type === 'moment' ? 'date' : 'number';
}
