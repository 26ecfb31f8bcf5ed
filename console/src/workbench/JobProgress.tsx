import { Button, Group, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { JobView } from '../../generated/migration';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Status } from '../ui/Status';
import styles from './JobProgress.module.css';
import { hasEnded, migrations, pageOf } from './jobs';

function duration(seconds: number): string {
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min` : seconds >= 60 ? `${Math.floor(seconds / 60)} min` : `${seconds} s`;
}

/** How far a job has come, with the buttons that stop or restart it. */
export function JobProgress({ job }: { job: JobView }) {
  const { t } = useTexts();
  const formats = useFormats();
  const can = useCan();
  const client = useQueryClient();
  const progress = job.progress;
  const act = async (action: 'stop' | 'restart') => {
    await api.post(`${migrations}/jobs/${job.id}/${action}`);
    await client.invalidateQueries({ queryKey: ['job', job.id] });
    await client.invalidateQueries({ queryKey: ['jobs'] });
  };
  const page = pageOf(job);
  const restartable = job.status === 'stopped' || job.status === 'failed';
  return (
    <div className={styles['job']}>
      <div className={styles['line']}>
        <span className={styles['name']}>{page ? <Link to={page}>{t(jobName(job.kind))}</Link> : t(jobName(job.kind))}</span>
        <Status value={job.status} />
        <time className="muted" dateTime={job.createdAt} title={formats.moment(job.createdAt)}>
          {formats.since(job.createdAt)}
        </time>
        {can('migration:write') && (!hasEnded(job) || restartable) && (
          <Group gap={4} ml="auto">
            {!hasEnded(job) && job.status !== 'stopping' && (
              <Button variant="default" size="compact-xs" onClick={() => void act('stop')}>
                {t('jobs.stop')}
              </Button>
            )}
            {restartable && (
              <Button variant="default" size="compact-xs" onClick={() => void act('restart')}>
                {t('jobs.restart')}
              </Button>
            )}
          </Group>
        )}
      </div>
      {!hasEnded(job) && progress && (
        <>
          <Progress value={progress.percent} size="sm" aria-label={t(jobName(job.kind))} />
          <span className={styles['figures']}>
            {formats.number(progress.done)} / {formats.number(progress.total)}
            {progress.perSecond > 0 && ` · ${formats.number(progress.perSecond)}/s`}
            {progress.secondsLeft !== undefined && ` · ${t('jobs.left', { time: duration(progress.secondsLeft) })}`}
          </span>
        </>
      )}
      {job.error && <p className={styles['error']}>{job.error}</p>}
    </div>
  );
}

const names = {
  intake: 'job.intake',
  profile: 'job.profile',
  cleaning: 'job.cleaning',
  linkage: 'job.linkage',
  deduplication: 'job.deduplication',
  application: 'job.application',
  'application-undo': 'job.applicationUndo',
  'live-customers': 'job.liveCustomers',
  'table-move': 'job.tableMove',
  'table-move-undo': 'job.tableMoveUndo',
} as const;

export function jobName(kind: string) {
  return names[kind as keyof typeof names] ?? 'job.other';
}
