import { ActionIcon, Button } from '@mantine/core';
import { PlusIcon, Trash2Icon } from 'lucide-react';
import { useTexts } from '../i18n/language';
import type { FieldMeta } from '../kinds/meta';
import { FieldInput, type FieldInputProps } from './FieldInput';
import styles from './PartsInput.module.css';

type Part = Record<string, unknown>;

const rare = new Set(['from', 'to', 'extension', 'lineNo', 'total', 'returned', 'shipped']);

function blank(fields: Record<string, FieldMeta>, first: boolean): Part {
  return 'primary' in fields ? { primary: first } : {};
}

/** A list of parts, such as e-mail addresses or order lines, each with the inputs of its members. */
export function PartsInput({ kind, name, meta, value, onChange, error }: FieldInputProps & { value: Part[] }) {
  const { t, field } = useTexts();
  const fields = meta.of?.fields ?? {};
  const required = new Set(meta.of?.required ?? []);
  const names = Object.keys(fields)
    .filter((each) => !rare.has(each) || required.has(each))
    .sort((a, b) => Number(required.has(b)) - Number(required.has(a)));
  const replace = (index: number, part: Part) => onChange(value.map((each, position) => (position === index ? part : each)));
  return (
    <fieldset className={styles['parts']}>
      <legend>{field(name)}</legend>
      {value.map((part, index) => (
        <div key={index} className={styles['part']}>
          <div className={styles['fields']}>
            {names.map((each) => {
              const inner = fields[each];
              return inner ? (
                <FieldInput
                  key={each}
                  kind={kind}
                  name={each}
                  meta={inner}
                  required={required.has(each)}
                  value={part[each]}
                  onChange={(next) => replace(index, withMember(part, each, next))}
                />
              ) : null;
            })}
          </div>
          <ActionIcon aria-label={t('action.remove')} onClick={() => onChange(value.filter((_, position) => position !== index))}>
            <Trash2Icon size={15} />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
      <Button variant="subtle" size="compact-xs" leftSection={<PlusIcon size={13} />} onClick={() => onChange([...value, blank(fields, value.length === 0)])}>
        {t('action.add')}
      </Button>
    </fieldset>
  );
}

function withMember(part: Part, name: string, value: unknown): Part {
  const next = { ...part, [name]: value };
  if (value === null) {
    delete next[name];
  }
  return next;
}
