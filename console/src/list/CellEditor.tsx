import { FocusTrap, Popover, Button, Group } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useSave } from '../api/save';
import { FieldInput } from '../form/FieldInput';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { useErrorText } from '../ui/Notice';
import { Value } from '../ui/Value';
import { Problem } from '../api/problem';
import type { Column } from './columns';

interface Props {
  kind: Kind;
  record: AnyRecord;
  column: Pick<Column, 'name'>;
  onClose(): void;
}

/** Edits one member of a record in place. */
export function CellEditor({ kind, record: shown, column, onClose }: Props) {
  const { t } = useTexts();
  const save = useSave(kind);
  const describe = useErrorText();
  // A record that is loaded again meanwhile must not lend its version to what was entered before
  const [record] = useState(shown);
  const [value, setValue] = useState<unknown>(record[column.name]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const meta = kind.meta.details.fields[column.name];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      if (await save(record, { [column.name]: value })) {
        onClose();
      } else {
        setBusy(false);
      }
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      onClose();
    }
  };
  const error = failure ? ((failure instanceof Problem && failure.about(column.name)) || describe(failure)) : undefined;
  return (
    <Popover opened withRoles={false} position="bottom-start" onChange={(opened) => !opened && onClose()} width={300}>
      <Popover.Target>
        <span className="truncate">
          <Value compact kind={kind.name} field={column.name} meta={kind.meta.view[column.name]} value={record[column.name]} record={record} />
        </span>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={onKeyDown} onDoubleClick={(event) => event.stopPropagation()} onClick={(event) => event.stopPropagation()}>
        <FocusTrap active>
          <form onSubmit={(event) => void submit(event)}>
            {meta && <FieldInput kind={kind.name} name={column.name} meta={meta} value={value} onChange={setValue} error={error} required={kind.meta.details.required.includes(column.name)} />}
            <Group justify="flex-end" gap={6} mt="xs">
              <Button variant="default" onClick={onClose}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {t('action.save')}
              </Button>
            </Group>
          </form>
        </FocusTrap>
      </Popover.Dropdown>
    </Popover>
  );
}
