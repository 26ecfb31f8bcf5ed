import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import styles from './Clock.module.css';

function toneOf(due: string, risk: unknown): string {
  const now = Date.now();
  if (new Date(due).getTime() < now) {
    return 'bad';
  }
  return typeof risk === 'string' && new Date(risk).getTime() < now ? 'warn' : 'calm';
}

/** When a clock of a case is due, coloured once it is at risk or breached. */
export function Clock({ state, done }: { state: Record<string, unknown>; done: boolean }) {
  const { t } = useTexts();
  const formats = useFormats();
  const due = state['dueAt'];
  if (done) {
    return <span className="muted">{t('clock.met')}</span>;
  }
  if (typeof due !== 'string') {
    return <span className="muted">{t('clock.paused')}</span>;
  }
  return (
    <span className={styles['clock']} data-tone={toneOf(due, state['atRiskAt'])} title={formats.moment(due)}>
      {formats.since(due)}
    </span>
  );
}
