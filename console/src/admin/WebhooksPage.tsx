import { Button, Modal, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PlusIcon, WebhookIcon } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { WebhookView } from '../../generated/customer';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice, Notice, useErrorText } from '../ui/Notice';
import { Status } from '../ui/Status';
import { useTitle } from '../ui/useTitle';
import styles from './Admin.module.css';
import { Deliveries } from './Deliveries';

export const webhooks = '/api/v1/customer-service/webhooks';

/** The webhooks of customer-service, each with the log of what was delivered. */
export function WebhooksPage() {
  const { t } = useTexts();
  const can = useCan();
  useTitle(t('admin.webhooks'));
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => api.get<{ items: WebhookView[] }>(webhooks, { signal }),
  });
  const button = can('webhook:write') && (
    <Button leftSection={<PlusIcon size={15} />} onClick={() => setCreating(true)}>
      {t('admin.newWebhook')}
    </Button>
  );
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('admin.webhooks')}</h1>
        {button}
      </header>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <Notice icon={WebhookIcon} title={t('admin.noWebhooks')}>
          {t('admin.noWebhooksDetail')}
        </Notice>
      ) : (
        data.items.map((webhook) => (
          <section key={webhook.id} className={styles['card']}>
            <div className={styles['head']}>
              <h2>{webhook.url}</h2>
              <Status value={webhook.status} />
            </div>
            <p className="muted">{[webhook.description, webhook.types.join(', ')].filter(Boolean).join(' · ')}</p>
            <Deliveries webhook={webhook.id} />
          </section>
        ))
      )}
      <Modal opened={creating} onClose={() => setCreating(false)} title={t('admin.newWebhook')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <NewWebhook onDone={() => setCreating(false)} />
      </Modal>
    </div>
  );
}

function NewWebhook({ onDone }: { onDone(): void }) {
  const { t, field } = useTexts();
  const client = useQueryClient();
  const describe = useErrorText();
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState<string[]>(['io.kehu.customer.*']);
  const [made, setMade] = useState<WebhookView | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { data } = await api.post<WebhookView>(webhooks, { url, types });
      setMade(data);
      await client.invalidateQueries({ queryKey: ['webhooks'] });
    } catch (error) {
      setFailure(error);
    }
  };
  if (made) {
    return (
      <Stack gap="sm">
        <p className={styles['secret']}>{t('admin.secret', { secret: made.secret ?? '' })}</p>
        <Button onClick={onDone}>{t('action.close')}</Button>
      </Stack>
    );
  }
  const about = (name: string) => (failure instanceof Problem ? failure.about(name) : undefined);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput required type="url" label={field('url')} value={url} error={about('url')} onChange={(event) => setUrl(event.currentTarget.value)} />
        <TagsInput size="xs" label={t('admin.types')} value={types} onChange={setTypes} error={about('types')} acceptValueOnBlur />
        {failure !== undefined && !about('url') && !about('types') && (
          <p role="alert" className={styles['error']}>
            {describe(failure)}
          </p>
        )}
        <Button type="submit">{t('action.save')}</Button>
      </Stack>
    </form>
  );
}
