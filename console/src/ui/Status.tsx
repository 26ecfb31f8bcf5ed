import { useTexts } from '../i18n/language';
import styles from './Status.module.css';

const tones: Record<string, string[]> = {
  good: ['active', 'accepted', 'approved', 'won', 'resolved', 'completed', 'paid', 'shipped', 'granted', 'converted', 'sent', 'ready', 'delivered', 'champions', 'loyal'],
  warn: ['waiting', 'pending', 'partially_paid', 'partially_shipped', 'high', 'stopping', 'staging', 'about_to_sleep', 'needing_attention', 'overdue', 'overpaid', 'buying_less'],
  bad: ['lost', 'declined', 'cancelled', 'urgent', 'failed', 'withdrawn', 'dead', 'at_risk', 'cannot_lose_them', 'probably_inactive'],
  busy: ['new', 'open', 'placed', 'confirmed', 'contacted', 'qualified', 'running', 'queued', 'prospect', 'potential_loyalists', 'promising', 'new_customers'],
};

function toneOf(value: string): string {
  return Object.keys(tones).find((tone) => tones[tone]?.includes(value)) ?? 'idle';
}

/** A state as a coloured dot and a word, so that the colour is never all that tells states apart. */
export function Status({ value }: { value: string }) {
  const { value: word } = useTexts();
  return (
    <span className={styles['status']} data-tone={toneOf(value)}>
      {word(value)}
    </span>
  );
}
