import { Button, Drawer, Group } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { useRecordChanged } from '../api/records';
import { offerUndo, useSave, type Changes } from '../api/save';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { useErrorText } from '../ui/Notice';
import { FieldInput } from './FieldInput';
import { inputsOf, isWide } from './order';
import styles from './RecordDrawer.module.css';
import { Similar } from './Similar';

interface Props {
  kind: Kind;
  opened: boolean;
  onClose(): void;
  /** The record to change; without one, a record is created. */
  record?: AnyRecord;
  /** What a new record starts with. */
  initial?: Changes;
}

/** Creates or changes a whole record. */
export function RecordDrawer(props: Props) {
  const { kind, opened, onClose, record } = props;
  const { t } = useTexts();
  const name = t(`kind.${kind.name}`, { count: 1 });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={560}
      title={record ? t('record.edit', { name: kind.title(record) }) : t('list.new', { kind: name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && <RecordForm {...props} />}
    </Drawer>
  );
}

function changed(before: AnyRecord, values: Changes): Changes {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name] ?? null)));
}

function stated(values: Changes): Changes {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

function RecordForm({ kind, onClose, record: shown, initial }: Props) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const save = useSave(kind);
  const publish = useRecordChanged();
  // A record that is loaded again meanwhile must not lend its version to what was entered before
  const [record] = useState(shown);
  const [values, setValues] = useState<Changes>(() => initial ?? {});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const create = async () => {
    const answer = await api.post<AnyRecord>(kind.meta.path, stated(values), { headers: { 'Idempotency-Key': `${key}-${JSON.stringify(values).length}` } });
    publish(kind.name, answer);
    offerUndo(t('done.created'));
    onClose();
    await navigate(`/${kind.name}/${answer.data.id}`);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(undefined);
    try {
      if (!record) {
        await create();
      } else {
        const changes = changed(record, values);
        if (Object.keys(changes).length === 0 || (await save(record, changes))) {
          onClose();
        } else {
          setBusy(false);
        }
      }
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const problem = failure instanceof Problem ? failure : undefined;
  const inputs = inputsOf(kind);
  const unplaced = failure !== undefined && !inputs.some(([name]) => problem?.about(name));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate={false}>
      {unplaced && <Refusal failure={failure} />}
      <div className={styles['fields']}>
        {inputs.map(([name, meta]) => (
          <div key={name} className={isWide(meta) ? styles['wide'] : undefined}>
            <FieldInput
              kind={kind.name}
              name={name}
              meta={meta}
              required={kind.meta.details.required.includes(name) && meta.type !== 'array'}
              value={name in values ? values[name] : record?.[name]}
              onChange={(value) => setValues((current) => ({ ...current, [name]: value }))}
              error={problem?.about(name)}
            />
          </div>
        ))}
      </div>
      {!record && kind.name === 'customers' && <Similar values={values} />}
      <Group justify="flex-end" className={styles['foot']}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('action.save')}
        </Button>
      </Group>
    </form>
  );
}

function Refusal({ failure }: { failure: unknown }) {
  const { t } = useTexts();
  const describe = useErrorText();
  return (
    <div role="alert" className={styles['refusal']}>
      <strong>{t('form.failed')}</strong>
      <br />
      {describe(failure)}
    </div>
  );
}
