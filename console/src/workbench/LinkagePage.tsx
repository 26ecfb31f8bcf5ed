import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { JobView, NewApplication } from '../../generated/migration';
import { api } from '../api/client';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { useErrorText } from '../ui/Notice';
import { Approval, useDataSet } from './DataSetPage';
import { Figures } from './Figures';
import { JobFrame } from './JobPage';
import { madeBy, migrations, useJobs } from './jobs';
import { Rows } from './Rows';
import styles from './Workbench.module.css';

interface Result {
  review: number;
  warnings?: { message: string }[];
}

interface Wanted {
  wanted?: { sources?: { name?: string; known?: boolean | null }[] };
}

/** What a linkage found: groups of records, pairs to review, and how to apply them. */
export function LinkagePage() {
  return <JobFrame>{(job) => <Found job={job} />}</JobFrame>;
}

function Found({ job }: { job: JobView }) {
  const { t } = useTexts();
  const result = job.result as Result;
  const made = madeBy(job);
  const { data: set } = useDataSet(made);
  return (
    <>
      <section className={styles['card']}>
        <div className={styles['bar']}>
          <h2>{t('job.linkage')}</h2>
          <Group gap={8}>
            <Button component="a" variant="default" href={`${migrations}/linkages/${job.id}/clusters/export?format=csv`} download>
              {t('workbench.export')}
            </Button>
            {made && (
              <Button component={Link} variant="default" to={`/workbench/data-sets/${made}`}>
                {t('workbench.openResult')}
              </Button>
            )}
            {set && <Approval set={set} />}
            {result.review > 0 && (
              <Button component={Link} to={`/workbench/linkages/${job.id}/review`}>
                {t('review.open', { count: result.review })}
              </Button>
            )}
          </Group>
        </div>
        <Figures result={job.result} />
        {result.warnings?.map((warning) => (
          <p key={warning.message} className={styles['note']}>
            {warning.message}
          </p>
        ))}
        <Rows path={`${migrations}/linkages/${job.id}/clusters`} empty={t('workbench.noRows')} />
      </section>
      <Application job={job} approved={Boolean(set?.approvedBy)} />
    </>
  );
}

interface DryRun {
  confirmed: NewApplication['confirmed'];
}

/** A dry run first; only then can the linkage be applied, with the numbers that the dry run found. */
function Application({ job, approved }: { job: JobView; approved: boolean }) {
  const { t } = useTexts();
  const can = useCan();
  const navigate = useNavigate();
  const describe = useErrorText();
  const sources = ((job.task as Wanted).wanted?.sources ?? []).flatMap((source) => (source.name && !source.known ? [source.name] : []));
  const jobs = useJobs();
  const dryRun = jobs.data?.items.find(
    (each) => each.kind === 'application' && each.status === 'completed' && each.createdAt > job.createdAt && (each.task as { dryRun?: boolean }).dryRun,
  );
  const [systems, setSystems] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const word = t('apply.apply').toUpperCase();
  if (!can('migration:write')) {
    return null;
  }
  const start = async (request: NewApplication) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { data } = await api.post<JobView>(`${migrations}/linkages/${job.id}/applications`, { systems, ...request });
      await navigate(`/workbench/applications/${data.id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <section className={styles['card']}>
      <h2>{t('apply.title')}</h2>
      <div className={styles['settings']}>
        {sources.map((source) => (
          <TextInput
            key={source}
            w={280}
            label={t('apply.system', { source })}
            value={systems[source] ?? ''}
            onChange={(event) => setSystems({ ...systems, [source]: event.currentTarget.value })}
          />
        ))}
        <Button variant="default" loading={busy} onClick={() => void start({ dryRun: true })}>
          {t('apply.dryRun')}
        </Button>
        <span className="muted">{t('apply.dryRunDetail')}</span>
      </div>
      {dryRun && (
        <>
          <Figures result={dryRun.result} />
          <div className={styles['settings']}>
            <TextInput w={280} label={t('apply.confirm', { word })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
            <Button loading={busy} disabled={!approved || typed !== word} onClick={() => void start({ confirmed: (dryRun.result as DryRun).confirmed })}>
              {t('apply.apply')}
            </Button>
          </div>
        </>
      )}
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
    </section>
  );
}
