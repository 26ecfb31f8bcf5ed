import { useQuery } from '@tanstack/react-query';
import { ChartPieIcon } from 'lucide-react';
import type { SegmentCounts } from '../../generated/customer';
import { api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import styles from '../sales/Report.module.css';
import { Loading } from '../ui/Loading';
import { ErrorNotice, Notice } from '../ui/Notice';
import { Status } from '../ui/Status';
import { useTitle } from '../ui/useTitle';

/** How many customers are in each segment. */
export function InsightPage() {
  const { t } = useTexts();
  const formats = useFormats();
  useTitle(t('nav.insight'));
  const { data, error, refetch } = useQuery({
    queryKey: ['segments'],
    queryFn: ({ signal }) => api.get<SegmentCounts>('/api/v1/insights/segments', { signal }),
  });
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const most = Math.max(1, ...data.segments.map((each) => each.customers));
  return (
    <div className={styles['page']}>
      <h1>{t('insight.title')}</h1>
      {data.tooLittleData ? (
        <Notice icon={ChartPieIcon} title={t('insight.title')}>
          {data.tooLittleData.detail}
        </Notice>
      ) : (
        <section className={styles['card']}>
          <p className="muted">{t('insight.intro', { day: formats.date(data.dataDay) })}</p>
          <ul className={styles['segments']}>
            {data.segments.map((each) => (
              <li key={each.segment}>
                <Status value={each.segment} />
                <span className={styles['bar']}>
                  <span className={styles['share']} style={{ width: `${(each.customers / most) * 100}%` }} />
                </span>
                <span className="tabular">{t('insight.count', { count: each.customers })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
