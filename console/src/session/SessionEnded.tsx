import { Button, Group, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onSessionEnd } from '../api/client';
import { useTexts } from '../i18n/language';
import { useSessionQuery } from './session';

/** Asks for a new login when the session has ended, without losing what has been entered on the page. */
export function SessionEnded() {
  const { t } = useTexts();
  const [ended, setEnded] = useState(false);
  const session = useSessionQuery();
  const client = useQueryClient();
  useEffect(() => onSessionEnd(() => setEnded(true)), []);
  const proceed = async () => {
    const renewed = await session.refetch();
    if (renewed.isSuccess) {
      setEnded(false);
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    }
  };
  return (
    <Modal opened={ended} onClose={() => undefined} withCloseButton={false} title={t('session.ended')}>
      <Text size="sm">{t('session.endedDetail')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" component="a" href="/session/login?return=%2Fsigned-in" target="_blank">
          {t('session.login')}
        </Button>
        <Button onClick={() => void proceed()}>{t('session.continue')}</Button>
      </Group>
    </Modal>
  );
}
