import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { CaseSla, Counting } from '../../generated/customer';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { Loading } from '../ui/Loading';
import { ErrorNotice } from '../ui/Notice';
import styles from './Clocks.module.css';

/** How the clocks of a case have counted, interval by interval. */
export function Clocks({ id }: { id: string }) {
  const { t, field } = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['sla', id],
    queryFn: ({ signal }) => api.get<CaseSla>(`/api/v1/cases/${id}/sla`, { signal }),
  });
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const { firstResponse, resolution } = data;
  if (!firstResponse && !resolution) {
    return <p className="muted">{t('clock.none')}</p>;
  }
  return (
    <div className={styles['clocks']}>
      {firstResponse && <Clock name={field('firstResponse')} counting={firstResponse} />}
      {resolution && <Clock name={field('resolution')} counting={resolution} />}
    </div>
  );
}

function Clock({ name, counting }: { name: string; counting: Counting }) {
  const { t } = useTexts();
  const formats = useFormats();
  const minutes = Math.round(counting.countedSeconds / 60);
  const share = Math.min(100, (minutes / counting.targetMinutes) * 100);
  const state = counting.breached
    ? t('clock.breached')
    : counting.dueAt
      ? t('clock.due', { when: formats.moment(counting.dueAt) })
      : t(counting.running ? 'clock.paused' : 'clock.met');
  return (
    <section className={styles['clock']}>
      <h3>{name}</h3>
      <p data-bad={counting.breached}>{state}</p>
      <Progress value={share} color={counting.breached ? 'red' : 'indigo'} size="sm" aria-label={name} />
      <p className="muted tabular">{t('clock.counted', { minutes, target: counting.targetMinutes })}</p>
      <ul>
        {counting.intervals.map((interval) => (
          <li key={interval.from} className="tabular">
            {formats.moment(interval.from)} – {formats.moment(interval.to)}
            <span className="muted">{formats.number(Math.round(interval.seconds / 60))} min</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
