import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/client';
import type { CustomerInsight, FigureInput, TooLittleData } from '../../generated/customer';
import { useFormats } from '../i18n/format';
import { humanized, useTexts } from '../i18n/language';
import { Loading } from '../ui/Loading';
import { ErrorNotice } from '../ui/Notice';
import { Status } from '../ui/Status';
import styles from './CustomerInsightTab.module.css';

/** What the purchases of a customer say about it; each figure names what it was calculated from. */
export function CustomerInsightTab({ id }: { id: string }) {
  const { t } = useTexts();
  const formats = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['insight', id],
    queryFn: ({ signal }) => api.get<CustomerInsight>(`/api/v1/customers/${id}/insight`, { signal }),
  });
  if (error) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const { rfm, churnRisk, lifetimeValue, expectedPurchases, expectedValue, probabilityAlive } = data;
  const score = rfm.score;
  return (
    <div className={styles['figures']}>
      <Figure label={t('insight.segment')} inputs={rfm.inputs} missing={rfm.tooLittleData}>
        {rfm.segment && <Status value={rfm.segment} />}
        {score && (
          <small className="muted tabular">
            R {score.recency} · F {score.frequency} · M {score.money}
          </small>
        )}
      </Figure>
      <Figure label={t('insight.lifetimeValue')} inputs={lifetimeValue.inputs} missing={lifetimeValue.tooLittleData}>
        {formats.money(lifetimeValue.value)}
      </Figure>
      <Figure label={t('insight.expectedPurchases')} inputs={expectedPurchases.inputs} missing={expectedPurchases.tooLittleData}>
        {expectedPurchases.value !== null && formats.number(expectedPurchases.value, { maximumFractionDigits: 1 })}
      </Figure>
      <Figure label={t('insight.expectedValue')} inputs={expectedValue.inputs} missing={expectedValue.tooLittleData}>
        {formats.money(expectedValue.value)}
      </Figure>
      <Figure label={t('insight.alive')} inputs={probabilityAlive.inputs} missing={probabilityAlive.tooLittleData}>
        {probabilityAlive.value !== null && formats.number(probabilityAlive.value, { style: 'percent' })}
      </Figure>
      <Figure label={t('insight.churn')} inputs={[]} missing={churnRisk.tooLittleData}>
        {(churnRisk.flags as { sign: string }[] | null)?.length === 0 && t('insight.noSigns')}
        {(churnRisk.flags as { sign: string }[] | null)?.map((flag) => <Status key={flag.sign} value={flag.sign} />)}
      </Figure>
    </div>
  );
}

interface FigureProps {
  label: string;
  inputs: FigureInput[];
  missing: TooLittleData | null;
  children: ReactNode;
}

function Figure({ label, inputs, missing, children }: FigureProps) {
  const formats = useFormats();
  return (
    <section className={styles['figure']}>
      <h3>{label}</h3>
      {missing ? <p className="muted">{missing.detail}</p> : <p className={styles['value']}>{children}</p>}
      {inputs.length > 0 && (
        <dl>
          {inputs.map((input) => (
            <div key={input.name}>
              <dt>{humanized(input.name)}</dt>
              <dd className="tabular">{formats.number(input.value, { maximumFractionDigits: 2 })}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
