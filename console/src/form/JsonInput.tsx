import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/language';

interface Props {
  label: string;
  value: unknown;
  onChange(value: unknown): void;
  error?: string | undefined;
}

/** For members without a form of their own, such as custom fields. */
export function JsonInput({ label, value, onChange, error }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState(() => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2)));
  const [invalid, setInvalid] = useState(false);
  const change = (typed: string) => {
    setText(typed);
    try {
      onChange(typed.trim() === '' ? null : JSON.parse(typed));
      setInvalid(false);
    } catch {
      setInvalid(true);
    }
  };
  return (
    <Textarea
      size="xs"
      label={label}
      autosize
      minRows={2}
      maxRows={10}
      spellCheck={false}
      value={text}
      error={invalid ? t('form.invalidJson') : error}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
