import { Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { useRecordChanged } from '../api/records';
import { offerUndo, tagOf, type Changes } from '../api/save';
import { FieldInput } from '../form/FieldInput';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord, IntentMeta } from '../kinds/meta';
import { useErrorText } from '../ui/Notice';
import styles from './IntentDialog.module.css';

interface Props {
  kind: Kind;
  record: AnyRecord;
  intent: IntentMeta;
  onClose(): void;
}

/** Inputs that an intent can do without in a dialog: whole records, and lines where none means all of them. */
const unasked = new Set(['contact', 'customer', 'opportunity', 'createContact']);

/** Carries out an intent, after asking for what it needs; one that needs nothing is carried out at once. */
export function IntentDialog({ kind, record, intent, onClose }: Props) {
  const { t, intent: word } = useTexts();
  const describe = useErrorText();
  const changed = useRecordChanged();
  const [values, setValues] = useState<Changes>({});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const inputs = Object.entries(intent.fields).filter(([name]) => !unasked.has(name));
  const begun = useRef(false);
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const hasBody = Object.keys(intent.fields).length > 0;
      const path = `${kind.meta.path}/${record.id}/${intent.name}`;
      const answer = await api.post<AnyRecord | undefined>(path, hasBody ? values : undefined, { etag: tagOf(record) });
      // Some intents answer without the record
      changed(kind.name, answer.data ? { ...answer, data: answer.data } : await api.one<AnyRecord>(`${kind.meta.path}/${record.id}`));
      offerUndo(word(intent.name));
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  useEffect(() => {
    if (inputs.length === 0 && !begun.current) {
      begun.current = true;
      void run();
    }
  });
  if (inputs.length === 0 && !failure) {
    return null;
  }
  const problem = failure instanceof Problem ? failure : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  return (
    <Modal opened onClose={onClose} title={word(intent.name)} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {inputs.map(([name, meta]) => (
            <FieldInput
              key={name}
              kind={kind.name}
              name={name}
              meta={meta}
              required={intent.required.includes(name) && meta.type !== 'array'}
              value={values[name]}
              onChange={(value) => setValues((current) => ({ ...current, [name]: value }))}
              error={problem?.about(name)}
            />
          ))}
          {failure !== undefined && (
            <p role="alert" className={styles['failure']}>
              {describe(failure)}
            </p>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t(inputs.length === 0 ? 'action.close' : 'action.cancel')}
            </Button>
            {inputs.length > 0 && (
              <Button type="submit" loading={busy}>
                {word(intent.name)}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
