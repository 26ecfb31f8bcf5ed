import { Checkbox, Group, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KindName } from '../../generated/kinds';
import type { Money } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { referenced } from '../kinds/kinds';
import type { FieldMeta } from '../kinds/meta';
import { parsedAmount, typedAmount } from './amounts';
import { JsonInput } from './JsonInput';
import { PartsInput } from './PartsInput';
import { RecordPicker } from './RecordPicker';

export interface FieldInputProps {
  kind: KindName;
  name: string;
  meta: FieldMeta;
  value: unknown;
  onChange(value: unknown): void;
  error?: string | undefined;
  required?: boolean;
  hideLabel?: boolean;
}

/** The text that an input of type datetime-local shows for a moment, in the time zone of the user. */
function local(value: unknown): string {
  if (typeof value !== 'string' || value === '') {
    return '';
  }
  const at = new Date(value);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The input for a member of a record, by its type. An empty input means null. */
export function FieldInput(props: FieldInputProps) {
  const { kind, name, meta, value, onChange, error, required = false, hideLabel } = props;
  const { t, field, value: word } = useTexts();
  const label = hideLabel ? undefined : field(name);
  const naming = { label, 'aria-label': hideLabel ? field(name) : undefined, error, required, size: 'xs' as const };
  const target = referenced(kind, name);
  const text = (type: string, given: string, turned: (text: string) => unknown = (typed) => (typed === '' ? null : typed)) => (
    <TextInput {...naming} type={type} value={given} onChange={(event) => onChange(turned(event.currentTarget.value))} />
  );
  if (target && meta.type === 'id') {
    return <RecordPicker kind={target} label={field(name)} hideLabel={hideLabel ?? false} value={(value as string | null) ?? null} onChange={onChange} error={error} required={required} />;
  }
  switch (meta.type) {
    case 'enum':
      return (
        <Select
          {...naming}
          data={(meta.values ?? []).map((each) => ({ value: each, label: word(each) }))}
          value={(value as string | null) ?? null}
          onChange={onChange}
          clearable={Boolean(meta.nullable) && !required}
          allowDeselect={false}
          placeholder={t('form.choose')}
        />
      );
    case 'boolean':
      return <Checkbox size="xs" label={field(name)} checked={Boolean(value)} onChange={(event) => onChange(event.currentTarget.checked)} error={error} />;
    case 'number':
    case 'integer':
      return (
        <NumberInput
          {...naming}
          value={(value as number | undefined) ?? ''}
          allowDecimal={meta.type === 'number'}
          onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
        />
      );
    case 'money':
      return <MoneyInput {...props} value={value as Money | null | undefined} />;
    case 'date':
      return text('date', (value as string | null) ?? '');
    case 'moment':
      return text('datetime-local', local(value), (typed) => (typed === '' ? null : new Date(typed).toISOString()));
    case 'array':
      return meta.of?.type === 'object' ? (
        <PartsInput {...props} value={(value as Record<string, unknown>[] | undefined) ?? []} />
      ) : (
        <TagsInput
          {...naming}
          data={meta.of?.values ?? []}
          value={(value as string[] | undefined) ?? []}
          onChange={onChange}
          acceptValueOnBlur
        />
      );
    case 'object':
    case 'any':
      return <JsonInput label={field(name)} value={value} onChange={onChange} error={error} />;
    default:
      break;
  }
  if ((meta.max ?? 0) > 400) {
    return <Textarea {...naming} autosize minRows={2} maxRows={8} value={(value as string | null) ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)} />;
  }
  return text('text', (value as string | null) ?? '');
}

/** The inputs for an amount and its currency. Without an amount there is no money, but the currency stays. */
function MoneyInput({ name, value, onChange, error, required = false, hideLabel }: FieldInputProps & { value: Money | null | undefined }) {
  const { t, field, language } = useTexts();
  const [amount, setAmount] = useState(() => typedAmount(value?.amount, language));
  const [currency, setCurrency] = useState(value?.currency ?? 'EUR');
  const parsed = parsedAmount(amount, language);
  const change = (typed: string, code: string) => {
    setAmount(typed);
    setCurrency(code);
    const read = parsedAmount(typed, language);
    onChange(typed.trim() === '' ? null : { amount: read ?? typed.trim(), currency: code });
  };
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <TextInput
        flex={1}
        inputMode="decimal"
        label={hideLabel ? undefined : field(name)}
        aria-label={hideLabel ? field(name) : undefined}
        required={required}
        error={error ?? (amount.trim() !== '' && parsed === null ? t('form.amount') : undefined)}
        value={amount}
        onChange={(event) => change(event.currentTarget.value, currency)}
      />
      <TextInput w={64} aria-label={field('currency')} maxLength={3} value={currency} onChange={(event) => change(amount, event.currentTarget.value.toUpperCase())} />
    </Group>
  );
}
