import type { RecordReference, ReviewItem } from '../../generated/migration';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { Status } from '../ui/Status';
import { spans, type Span } from './differences';
import styles from './Review.module.css';

/** Two records side by side, with what each field adds to the evidence drawn beside it. */
export function Pair({ pair }: { pair: ReviewItem }) {
  const { t } = useTexts();
  const formats = useFormats();
  const { steps, prior, total } = pair.explanation;
  const most = Math.max(1, Math.abs(prior), ...steps.map((step) => Math.abs(step.running)), Math.abs(total));
  const bits = (value: number) => formats.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return (
    <section className={styles['pair']} aria-label={t('review.pair', { number: pair.number })}>
      <div className={styles['probability']}>
        <span>{t('review.pair', { number: pair.number })}</span>
        <strong className="tabular">{formats.number(pair.probability, { style: 'percent', maximumFractionDigits: 1 })}</strong>
        {pair.decision && <Status value={pair.decision} />}
      </div>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('review.title')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('review.field')}</th>
              <Side reference={pair.left} records={pair.leftRecords} />
              <Side reference={pair.right} records={pair.rightRecords} />
              <th scope="col" className={styles['weights']}>
                {t('review.weight')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className={styles['sum']}>
              <th scope="row">{t('review.prior')}</th>
              <td />
              <td />
              <Waterfall from={0} to={prior} most={most} text={bits(prior)} />
            </tr>
            {steps.map((step, index) => {
              const before = steps[index - 1]?.running ?? prior;
              const differences = spans(step.left, step.right);
              return (
                <tr key={step.field}>
                  <th scope="row">
                    {step.field}
                    <small className="muted"> {step.agreement}</small>
                  </th>
                  <td>
                    <Marked spans={differences.left} />
                  </td>
                  <td>
                    <Marked spans={differences.right} />
                  </td>
                  <Waterfall from={before} to={step.running} most={most} text={bits(step.weight)} />
                </tr>
              );
            })}
            <tr className={styles['sum']}>
              <th scope="row">{t('review.total')}</th>
              <td />
              <td />
              <Waterfall from={0} to={total} most={most} text={bits(total)} />
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Side({ reference, records }: { reference: RecordReference; records: number }) {
  const { t } = useTexts();
  return (
    <th scope="col">
      {reference.source} {reference.numbered ? '#' : ''}
      {reference.key}
      {records > 1 && <small className="muted"> {t('review.records', { count: records })}</small>}
    </th>
  );
}

function Marked({ spans: parts }: { spans: Span[] }) {
  return parts.length === 0 ? <span className="muted">∅</span> : parts.map((part, index) => (part.differs ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>));
}

interface WaterfallProps {
  from: number;
  to: number;
  most: number;
  text: string;
}

/** One step of the evidence: a bar from where it stood to where it stands, to the right of the middle if records match. */
function Waterfall({ from, to, most, text }: WaterfallProps) {
  const position = (value: number) => 50 + (value / most) * 50;
  const left = Math.min(position(from), position(to));
  const width = Math.max(0.6, Math.abs(position(to) - position(from)));
  return (
    <td className={styles['weights']}>
      <span className={styles['track']} aria-hidden>
        <span data-up={to >= from} style={{ left: `${left}%`, width: `${width}%` }} />
      </span>
      <span className={styles['bits']}>{text}</span>
    </td>
  );
}
