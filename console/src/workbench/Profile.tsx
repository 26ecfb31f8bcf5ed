import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataSetView, DefinitionView, JobView, ProfileReport, RuleProposal } from '../../generated/migration';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice, useErrorText } from '../ui/Notice';
import { ColumnCard } from './ColumnCard';
import { JobProgress } from './JobProgress';
import { hasEnded, migrations, useJob, useJobs } from './jobs';
import styles from './Profile.module.css';

/** The profile of a data set: a card for each column, and the rules that it proposes. */
export function Profile({ set }: { set: DataSetView }) {
  const { t } = useTexts();
  const can = useCan();
  const jobs = useJobs(set.id);
  const [begun, setBegun] = useState<string | null>(null);
  const latest = begun ?? jobs.data?.items.find((job) => job.kind === 'profile' && job.status !== 'failed')?.id;
  const job = useJob(latest);
  const make = async () => setBegun((await api.post<JobView>(`${migrations}/profiles`, { dataSetId: set.id })).data.id);
  if (jobs.isPending) {
    return <Loading />;
  }
  if (!latest || job.data?.status === 'failed') {
    return (
      <div className={styles['begin']}>
        <p>{t('workbench.noProfile')}</p>
        {can('migration:write') && <Button onClick={() => void make()}>{t('workbench.makeProfile')}</Button>}
      </div>
    );
  }
  if (!job.data || !hasEnded(job.data)) {
    return job.data ? <JobProgress job={job.data} /> : <Loading />;
  }
  return <Report set={set} profileId={latest} />;
}

function Report({ set, profileId }: { set: DataSetView; profileId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['profile', profileId],
    queryFn: ({ signal }) => api.get<ProfileReport>(`${migrations}/profiles/${profileId}`, { signal }),
    staleTime: Infinity,
  });
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  return (
    <>
      {data.profile.proposals.length > 0 && <Proposals set={set} profileId={profileId} proposals={data.profile.proposals} />}
      <div className={styles['cards']}>
        {data.profile.columns.map((column) => (
          <ColumnCard key={column.name} column={column} rows={data.profile.sample.rows} />
        ))}
      </div>
    </>
  );
}

interface ProposalsProps {
  set: DataSetView;
  profileId: string;
  proposals: RuleProposal[];
}

function Proposals({ set, profileId, proposals }: ProposalsProps) {
  const { t } = useTexts();
  const can = useCan();
  const formats = useFormats();
  const navigate = useNavigate();
  const describe = useErrorText();
  const [chosen, setChosen] = useState<string[]>(() => proposals.map((each) => each.id));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const clean = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const name = `${set.name} ${formats.moment(new Date().toISOString())}`;
      const created = await api.post<DefinitionView>(`${migrations}/definitions`, { name, rules: [] });
      const path = `${migrations}/definitions/${created.data.id}/proposals`;
      await api.post<DefinitionView>(path, { profileId, proposalIds: chosen }, { etag: created.etag ?? `"${created.data.version}"` });
      const { data: run } = await api.post<JobView>(`${migrations}/runs`, { dataSetId: set.id, definitionId: created.data.id, seed: 1 });
      await navigate(`/workbench/runs/${run.id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <section className={styles['proposals']}>
      <h2>{t('workbench.proposals')}</h2>
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('workbench.proposals')}>
        {proposals.map((proposal) => (
          <div key={proposal.id} className={styles['proposal']}>
            <Checkbox
              size="xs"
              value={proposal.id}
              label={
                <>
                  <strong>{proposal.column}</strong> {proposal.reason}
                </>
              }
            />
            <span className="muted tabular">{t('workbench.affected', { count: proposal.affected })}</span>
          </div>
        ))}
      </Checkbox.Group>
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
      {can('migration:write') && (
        <Button mt="sm" loading={busy} disabled={chosen.length === 0} onClick={() => void clean()}>
          {t('workbench.clean', { count: chosen.length })}
        </Button>
      )}
    </section>
  );
}
