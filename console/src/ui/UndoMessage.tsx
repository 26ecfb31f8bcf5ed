import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/language';
import { useErrorText } from './Notice';

interface Props {
  message: string;
  undo?: () => Promise<unknown>;
  close(): void;
}

export function UndoMessage({ message, undo, close }: Props) {
  const { t } = useTexts();
  const describe = useErrorText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const run = async () => {
    setBusy(true);
    try {
      await undo?.();
      close();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{failure ? describe(failure) : message}</span>
      {undo && !failure && (
        <Button variant="subtle" size="compact-xs" loading={busy} onClick={() => void run()}>
          {t('action.undo')}
        </Button>
      )}
    </Group>
  );
}
