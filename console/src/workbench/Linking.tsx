import { Button, Checkbox, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataSetView, JobView, NewLinkage } from '../../generated/migration';
import { api } from '../api/client';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { useErrorText } from '../ui/Notice';
import { migrations } from './jobs';
import styles from './Workbench.module.css';

/** Starts a linkage of a data set, with live customers or alone. */
export function Linking({ set }: { set: DataSetView }) {
  const { t } = useTexts();
  const can = useCan();
  const navigate = useNavigate();
  const describe = useErrorText();
  const [key, setKey] = useState<string | null>(null);
  const [withLive, setWithLive] = useState(false);
  const [live, setLive] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const sets = useQuery({
    queryKey: ['data-sets', 'live'],
    queryFn: ({ signal }) => api.get<{ items: DataSetView[] }>(`${migrations}/data-sets`, { query: { origin: 'live', status: 'ready', sort: '-createdAt', limit: 20 }, signal }),
  });
  const start = async () => {
    setBusy(true);
    setFailure(undefined);
    const own = { dataSetId: set.id, name: set.origin === 'live' ? 'live' : 'old', ...(key && { keyColumn: key }) };
    const request: NewLinkage = { sources: withLive && live ? [own, { dataSetId: live, name: 'live', keyColumn: 'id', known: true }] : [own] };
    try {
      const { data } = await api.post<JobView>(`${migrations}/linkages`, request);
      await navigate(`/workbench/linkages/${data.id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm" maw={420}>
      <p className="muted">{t('workbench.linkDetail')}</p>
      <Select label={t('workbench.keyColumn')} placeholder={t('value.none')} clearable searchable data={set.columns} value={key} onChange={setKey} />
      {set.origin !== 'live' && (
        <>
          <Checkbox size="xs" label={t('workbench.withLive')} checked={withLive} onChange={(event) => setWithLive(event.currentTarget.checked)} />
          {withLive && (
            <Select
              label={t('workbench.liveSet')}
              placeholder={t('form.choose')}
              data={(sets.data?.items ?? []).map((each) => ({ value: each.id, label: `${each.name} (${each.rows})` }))}
              value={live}
              onChange={setLive}
            />
          )}
        </>
      )}
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
      {can('migration:write') && (
        <Button loading={busy} disabled={withLive && !live} onClick={() => void start()}>
          {t('workbench.link')}
        </Button>
      )}
    </Stack>
  );
}
