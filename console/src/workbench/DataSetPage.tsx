import { Button, Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { DataSetView } from '../../generated/migration';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice, useErrorText } from '../ui/Notice';
import { Status } from '../ui/Status';
import { useTitle } from '../ui/useTitle';
import { JobProgress } from './JobProgress';
import { migrations, useJob, useJobs } from './jobs';
import { Linking } from './Linking';
import { Profile } from './Profile';
import { Rows } from './Rows';
import { Trail } from './Trail';
import styles from './Workbench.module.css';

export function useDataSet(id: string | null | undefined) {
  return useQuery({
    queryKey: ['data-sets', id],
    queryFn: ({ signal }) => api.get<DataSetView>(`${migrations}/data-sets/${id}`, { signal }),
    enabled: Boolean(id),
    refetchInterval: ({ state }) => (state.data?.status === 'staging' ? 1_500 : false),
  });
}

/** A data set: its rows and problems, its profile, and what can be made of it. */
export function DataSetPage() {
  const { id, tab } = useParams();
  const { t } = useTexts();
  const navigate = useNavigate();
  const { data: set, error, refetch } = useDataSet(id);
  const job = useJob(set?.status === 'staging' ? set.jobId : null);
  const jobs = useJobs(id);
  useTitle(set?.name);
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!set) {
    return <Loading />;
  }
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Trail />
        <h1>{set.name}</h1>
      </header>
      <section className={styles['card']}>
        <Facts set={set} />
        {job.data && <JobProgress job={job.data} />}
        {set.error && <p className={styles['error']}>{set.error}</p>}
        {set.status === 'ready' && (
          <Tabs value={tab ?? 'rows'} onChange={(next) => void navigate(`/workbench/data-sets/${set.id}/${next}`, { replace: true })} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="rows">{t('workbench.rows')}</Tabs.Tab>
              <Tabs.Tab value="problems">{t('workbench.problems')}</Tabs.Tab>
              <Tabs.Tab value="profile">{t('workbench.profile')}</Tabs.Tab>
              <Tabs.Tab value="link">{t('workbench.link')}</Tabs.Tab>
              <Tabs.Tab value="jobs">{t('jobs.title')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="rows" pt="sm">
              <Rows path={`${migrations}/data-sets/${set.id}/rows`} empty={t('workbench.noRows')} />
            </Tabs.Panel>
            <Tabs.Panel value="problems" pt="sm">
              <Rows path={`${migrations}/data-sets/${set.id}/problems`} empty={t('workbench.noProblems')} />
            </Tabs.Panel>
            <Tabs.Panel value="profile" pt="sm">
              <Profile set={set} />
            </Tabs.Panel>
            <Tabs.Panel value="link" pt="sm">
              <Linking set={set} />
            </Tabs.Panel>
            <Tabs.Panel value="jobs" pt="sm">
              {jobs.data?.items.length === 0 && <p className="muted">{t('jobs.none')}</p>}
              {jobs.data?.items.map((each) => <JobProgress key={each.id} job={each} />)}
            </Tabs.Panel>
          </Tabs>
        )}
      </section>
    </div>
  );
}

function Facts({ set }: { set: DataSetView }) {
  const { t, field, value } = useTexts();
  const formats = useFormats();
  return (
    <div className={styles['bar']}>
      <dl className={styles['facts']}>
        <div>
          <dt>{field('status')}</dt>
          <dd>
            <Status value={set.status} />
          </dd>
        </div>
        <div>
          <dt>{field('origin')}</dt>
          <dd>{value(set.origin)}</dd>
        </div>
        <div>
          <dt>{t('workbench.rows')}</dt>
          <dd>{formats.number(set.rows)}</dd>
        </div>
        {set.reading && (
          <div>
            <dt>{t('workbench.rejected')}</dt>
            <dd>{formats.number(set.reading.rejected)}</dd>
          </div>
        )}
        {set.source && (
          <div>
            <dt>{t('workbench.encoding')}</dt>
            <dd>{set.source.encoding}</dd>
          </div>
        )}
      </dl>
      <div className={styles['buttons']}>
        <Button component="a" variant="default" href={`${migrations}/data-sets/${set.id}/export?format=csv`} download>
          {t('workbench.export')}
        </Button>
        {set.origin === 'merge' && <Approval set={set} />}
      </div>
    </div>
  );
}

/** Merged rows have to be approved before they can be applied. */
export function Approval({ set }: { set: DataSetView }) {
  const { t } = useTexts();
  const can = useCan();
  const client = useQueryClient();
  const describe = useErrorText();
  const [failure, setFailure] = useState<unknown>();
  const approve = async () => {
    try {
      const { data } = await api.post<DataSetView>(`${migrations}/data-sets/${set.id}/approve`);
      client.setQueryData(['data-sets', set.id], data);
    } catch (error) {
      setFailure(error);
    }
  };
  if (set.approvedBy) {
    return <span className="muted">{t('workbench.approved', { actor: set.approvedBy })}</span>;
  }
  return can('migration:write') ? (
    <>
      {failure !== undefined && <span role="alert">{describe(failure)}</span>}
      <Button onClick={() => void approve()}>{t('workbench.approve')}</Button>
    </>
  ) : null;
}
