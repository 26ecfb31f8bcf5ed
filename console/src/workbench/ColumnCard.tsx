import type { ColumnProfile, Counted } from '../../generated/migration';
import { useFormats } from '../i18n/format';
import { humanized, useTexts } from '../i18n/language';
import styles from './Profile.module.css';

/** What the profile says about a column: its type, gaps, most frequent values and patterns, and what is wrong. */
export function ColumnCard({ column, rows }: { column: ColumnProfile; rows: number }) {
  const { t } = useTexts();
  const formats = useFormats();
  const missing = column.missing.blank + column.missing.words.reduce((sum, word) => sum + word.count, 0);
  const share = rows === 0 ? 0 : missing / rows;
  return (
    <section className={styles['card']}>
      <header>
        <h3 className="truncate" title={column.name}>
          {column.name}
        </h3>
        <span className={styles['type']}>{humanized(column.type)}</span>
      </header>
      <div className={styles['gap']} role="img" aria-label={`${formats.number(share, { style: 'percent' })} ${t('workbench.missing')}`}>
        <span style={{ width: `${(1 - share) * 100}%` }} />
      </div>
      <p className={styles['figures']}>
        <span>
          {formats.number(share, { style: 'percent', maximumFractionDigits: 1 })} {t('workbench.missing')}
        </span>
        <span>
          {column.distinct.exact ? '' : '≈ '}
          {formats.number(column.distinct.count)} {t('workbench.distinct')}
        </span>
      </p>
      {column.issues.length > 0 && (
        <>
          <h4>{t('workbench.issues')}</h4>
          <ul className={styles['issues']}>
            {column.issues.map((issue) => (
              <li key={issue.kind} title={issue.examples.join(' · ')}>
                <span>{humanized(issue.kind)}</span>
                <span className="tabular">{formats.number(issue.count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Bars title={t('workbench.frequent')} counted={column.topValues} rows={rows} />
      <Bars title={t('workbench.patterns')} counted={column.patterns} rows={rows} />
    </section>
  );
}

function Bars({ title, counted, rows }: { title: string; counted: Counted[]; rows: number }) {
  const formats = useFormats();
  if (counted.length === 0) {
    return null;
  }
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles['bars']}>
        {counted.slice(0, 4).map((each) => (
          <li key={each.value}>
            <span className={styles['bar']} style={{ width: `${Math.max(1, (each.count / Math.max(1, rows)) * 100)}%` }} />
            <span className="truncate" title={each.value}>
              {each.value}
            </span>
            <span className="tabular">{formats.number(each.count)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
