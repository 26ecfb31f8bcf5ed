import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { HistoryIcon } from 'lucide-react';
import { useTexts } from '../i18n/language';
import { JobProgress } from '../workbench/JobProgress';
import { hasEnded, useJob, useJobs } from '../workbench/jobs';
import styles from './JobsTray.module.css';

/** The latest jobs of migrations, wherever the user is; running ones are followed. */
export function JobsTray() {
  const { t } = useTexts();
  const { data } = useJobs();
  const jobs = (data?.items ?? []).slice(0, 6);
  const running = jobs.filter((job) => !hasEnded(job)).length;
  const label = running > 0 ? t('jobs.running', { count: running }) : t('jobs.title');
  return (
    <Popover position="bottom-end" width={400}>
      <Popover.Target>
        <ActionIcon aria-label={label} size={32}>
          <Indicator disabled={running === 0} processing size={8} color="indigo">
            <HistoryIcon size={18} strokeWidth={1.7} />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <h2 className={styles['title']}>{t('jobs.title')}</h2>
        {jobs.length === 0 && <p className="muted">{t('jobs.none')}</p>}
        {jobs.map((job) => (
          <Followed key={job.id} id={job.id} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Followed({ id }: { id: string }) {
  const { data } = useJob(id);
  return data ? <JobProgress job={data} /> : null;
}
