import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { useReferred, type Page } from '../api/records';
import type { KindName } from '../../generated/kinds';
import { useTexts } from '../i18n/language';
import { kinds } from '../kinds/kinds';

interface Props {
  kind: KindName;
  label: string;
  value: string | null;
  onChange(id: string | null): void;
  error?: string | undefined;
  required?: boolean;
  hideLabel?: boolean;
}

/** Finds a record of a kind by typing. */
export function RecordPicker({ kind: name, label, value, onChange, error, required, hideLabel }: Props) {
  const { t } = useTexts();
  const kind = kinds[name];
  const [text, setText] = useState('');
  const [words] = useDebouncedValue(text, 200);
  const current = useReferred(name, value);
  const shown = current.data ? kind.title(current.data) : '';
  const wanted = words === shown ? '' : words.trim();
  const { data, isFetching } = useQuery({
    queryKey: ['pick', name, wanted],
    queryFn: ({ signal }) =>
      api.get<Page>(kind.meta.path, { query: { limit: 20, ...(kind.meta.search && wanted && { q: wanted }) }, signal }),
  });
  const found = (data?.items ?? []).map((record) => ({ value: record.id, label: kind.title(record) || record.id }));
  const options = value && current.data && !found.some((each) => each.value === value) ? [{ value, label: shown }, ...found] : found;
  return (
    <Select
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      placeholder={t('form.typeToSearch')}
      searchable
      clearable={!required}
      required={required ?? false}
      data={options}
      value={value}
      onChange={onChange}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      rightSection={isFetching ? <Loader size={14} /> : undefined}
      error={error}
      nothingFoundMessage={t('palette.none')}
    />
  );
}
