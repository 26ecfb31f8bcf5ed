import { CheckIcon } from 'lucide-react';
import { useFormats, type Money } from '../i18n/format';
import { useTexts } from '../i18n/language';
import type { KindName } from '../../generated/kinds';
import { referenced } from '../kinds/kinds';
import type { FieldMeta } from '../kinds/meta';
import { Clock } from './Clock';
import { Reference } from './Reference';
import { StageName } from './StageName';
import { Status } from './Status';
import styles from './Value.module.css';

export interface ValueProps {
  kind: KindName;
  field: string;
  meta: FieldMeta | undefined;
  value: unknown;
  record?: Record<string, unknown>;
  /** In a list: one line, and links only where they do not compete with the link of the row. */
  compact?: boolean;
}

const states = new Set(['status', 'priority', 'paymentStatus', 'fulfilmentStatus', 'decision', 'delivery']);

export function isNumeric(meta: FieldMeta | undefined): boolean {
  return meta?.type === 'money' || meta?.type === 'number' || meta?.type === 'integer';
}

type Part = Record<string, unknown>;

/** One line for an element of a list, such as an address or an external id. */
export function summary(part: Part): string {
  if (typeof part['address'] === 'string') {
    return part['address'];
  }
  if (part['system'] !== undefined) {
    return `${part['system']}: ${part['id']}`;
  }
  if (part['country'] !== undefined) {
    const city = [part['postalCode'], part['city']].filter(Boolean).join(' ');
    return [part['line1'], part['line2'], city, part['region'], part['country']].filter(Boolean).join(', ');
  }
  if (part['number'] !== undefined) {
    return [part['number'], part['extension'] && `-${part['extension']}`].filter(Boolean).join(' ');
  }
  return Object.values(part)
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .join(' · ');
}

function primaryFirst(parts: unknown[]): unknown[] {
  const primary = parts.filter((part) => (part as Part | null)?.['primary'] === true);
  return [...primary, ...parts.filter((part) => !primary.includes(part))];
}

function Elements({ kind, field, meta, value, compact }: ValueProps & { value: unknown[] }) {
  const target = referenced(kind, field);
  const parts = primaryFirst(value);
  const shown = compact ? parts.slice(0, field === 'tags' || field === 'roles' ? 3 : 1) : parts;
  const chips = typeof parts[0] === 'string' && !target;
  return (
    <span className={compact ? styles['line'] : chips ? styles['chips'] : styles['stack']}>
      {shown.map((part, index) => (
        <span key={index} className={chips ? styles['chip'] : 'truncate'}>
          {target ? (
            <Reference kind={target} id={String(part)} plain={compact} />
          ) : typeof part === 'object' && part ? (
            <Element field={field} part={part as Part} compact={compact} />
          ) : meta?.of?.type === 'enum' ? (
            <Status value={String(part)} />
          ) : (
            String(part)
          )}
        </span>
      ))}
      {shown.length < parts.length && <span className="muted">+{parts.length - shown.length}</span>}
    </span>
  );
}

function Element({ field, part, compact }: { field: string; part: Part; compact: boolean | undefined }) {
  const text = compact && field === 'addresses' ? [part['city'], part['country']].filter(Boolean).join(', ') : summary(part);
  if (compact) {
    return <>{text}</>;
  }
  const masked = text.includes('***');
  const kindOf = typeof part['type'] === 'string' ? <span className="muted"> {part['type']}</span> : null;
  if (field === 'emails' && !masked) {
    return (
      <>
        <a href={`mailto:${text}`}>{text}</a>
        {kindOf}
      </>
    );
  }
  return (
    <>
      {text}
      {kindOf}
    </>
  );
}

export function Value(props: ValueProps) {
  const { kind, field, meta, value, record, compact } = props;
  const { t, value: word, field: label } = useTexts();
  const formats = useFormats();
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return compact ? null : <span className="muted">–</span>;
  }
  const target = referenced(kind, field);
  if (Array.isArray(value)) {
    return <Elements {...props} value={value} />;
  }
  if (target && typeof value === 'string') {
    return <Reference kind={target} id={value} plain={compact && field !== 'customerId'} />;
  }
  if (states.has(field)) {
    return <Status value={String(value)} />;
  }
  if (field === 'stage') {
    return <StageName pipeline={String(record?.['pipelineId'])} stage={String(value)} />;
  }
  if (field === 'firstResponse' || field === 'resolution') {
    return <Clock state={value as Part} done={Boolean(record?.[field === 'resolution' ? 'resolvedAt' : 'respondedAt'])} />;
  }
  switch (meta?.type) {
    case 'money':
      return <span className="tabular">{formats.money(value as Money)}</span>;
    case 'number':
    case 'integer':
      return <span className="tabular">{field === 'number' ? String(value) : formats.number(value as number)}</span>;
    case 'boolean':
      return value ? <CheckIcon size={16} aria-label={t('value.yes')} className={styles['yes']} /> : <span className="muted">{compact ? '' : t('value.no')}</span>;
    case 'date':
      return <span className="tabular">{formats.date(String(value))}</span>;
    case 'moment':
      return (
        <span className="tabular" title={formats.moment(String(value))}>
          {compact ? formats.day(String(value)) : formats.moment(String(value))}
        </span>
      );
    case 'enum':
      return <>{word(String(value))}</>;
    default:
      break;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value as Part).filter(([, each]) => each !== null);
    return entries.length === 0 ? (
      <span className="muted">–</span>
    ) : (
      <span className={compact ? 'truncate' : styles['stack']}>
        {entries.map(([name, each]) => (
          <span key={name}>
            <span className="muted">{label(name)}</span> {typeof each === 'object' ? JSON.stringify(each) : String(each)}{' '}
          </span>
        ))}
      </span>
    );
  }
  return <>{String(value)}</>;
}
