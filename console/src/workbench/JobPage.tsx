import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { JobView } from '../../generated/migration';
import { api } from '../api/client';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice, useErrorText } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { Figures } from './Figures';
import { JobProgress, jobName } from './JobProgress';
import { madeBy, migrations, pageOf, useJob } from './jobs';
import { Rows } from './Rows';
import { Trail } from './Trail';
import styles from './Workbench.module.css';

/** The frame of all pages about a job: its progress, then what it found. */
export function JobFrame({ children }: { children(job: JobView): ReactNode }) {
  const { id } = useParams();
  const { t } = useTexts();
  const { data: job, error, refetch } = useJob(id);
  const title = job ? t(jobName(job.kind)) : undefined;
  useTitle(title);
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!job) {
    return <Loading />;
  }
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Trail />
        <h1>{title}</h1>
      </header>
      <section className={styles['card']}>
        <JobProgress job={job} />
      </section>
      {job.status === 'completed' && children(job)}
    </div>
  );
}

export function JobPage() {
  const { t } = useTexts();
  return (
    <JobFrame>
      {(job) => {
        const made = madeBy(job);
        const page = made ? `/workbench/data-sets/${made}` : pageOf(job);
        return page && <Link to={page}>{t('workbench.openResult')}</Link>;
      }}
    </JobFrame>
  );
}

/** What a cleaning run changed, cell by cell. */
export function RunPage() {
  const { t } = useTexts();
  return (
    <JobFrame>
      {(job) => {
        const result = job.result as { read: number; kept: number; merged: number; dropped: Record<string, number> };
        const dropped = Object.values(result.dropped).reduce((sum, count) => sum + count, 0);
        const made = madeBy(job);
        return (
          <section className={styles['card']}>
            <div className={styles['bar']}>
              <h2>{t('workbench.changes')}</h2>
              <span className="muted tabular">{t('workbench.equation', { ...result, dropped })}</span>
              {made && (
                <Button component={Link} to={`/workbench/data-sets/${made}/link`}>
                  {t('workbench.openResult')}
                </Button>
              )}
            </div>
            <Rows path={`${migrations}/runs/${job.id}/changes`} empty={t('workbench.noChanges')} />
          </section>
        );
      }}
    </JobFrame>
  );
}

/** What an application of a linkage did, or would do, and its undo. */
export function ApplicationPage() {
  const { t } = useTexts();
  return (
    <JobFrame>
      {(job) => {
        const dry = (job.task as { dryRun?: boolean } | null)?.dryRun === true;
        const unmapped = (job.result as { unmapped?: string[] } | null)?.unmapped ?? [];
        return (
          <section className={styles['card']}>
            <div className={styles['bar']}>
              <h2>{t(dry ? 'apply.plan' : 'apply.outcomes')}</h2>
              {!dry && <Undo job={job} />}
            </div>
            <Figures result={job.result} />
            {unmapped.length > 0 && <p className={styles['note']}>{t('apply.unmapped', { columns: unmapped.join(', ') })}</p>}
            <Rows path={`${migrations}/applications/${job.id}/${dry ? 'plan' : 'outcomes'}`} empty={t('workbench.noChanges')} />
          </section>
        );
      }}
    </JobFrame>
  );
}

export function UndoPage() {
  const { t } = useTexts();
  return (
    <JobFrame>
      {(job) => (
        <section className={styles['card']}>
          <h2>{t('apply.outcomes')}</h2>
          <Figures result={job.result} />
          <Rows path={`${migrations}/application-undos/${job.id}/outcomes`} empty={t('workbench.noChanges')} />
        </section>
      )}
    </JobFrame>
  );
}

function Undo({ job }: { job: JobView }) {
  const { t } = useTexts();
  const can = useCan();
  const navigate = useNavigate();
  const describe = useErrorText();
  const [failure, setFailure] = useState<unknown>();
  const undo = async () => {
    try {
      const { data } = await api.post<JobView>(`${migrations}/applications/${job.id}/undo`);
      await navigate(`/workbench/application-undos/${data.id}`);
    } catch (error) {
      setFailure(error);
    }
  };
  return can('migration:write') ? (
    <span>
      {failure !== undefined && <span role="alert">{describe(failure)} </span>}
      <Button variant="default" onClick={() => void undo()}>
        {t('apply.undo')}
      </Button>
    </span>
  ) : null;
}
