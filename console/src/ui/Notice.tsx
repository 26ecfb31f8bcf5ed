import { Button } from '@mantine/core';
import { TriangleAlertIcon, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Problem, Unreachable } from '../api/problem';
import { useTexts } from '../i18n/language';
import styles from './Notice.module.css';

interface NoticeProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  alert?: boolean;
}

/** What a page or a panel shows instead of its content. */
export function Notice({ icon: Symbol, title, children, action, alert }: NoticeProps) {
  return (
    <div className={styles['notice']} role={alert ? 'alert' : undefined}>
      <Symbol size={28} strokeWidth={1.4} className={styles['symbol']} aria-hidden />
      <p className={styles['title']}>{title}</p>
      {children && <div className={styles['detail']}>{children}</div>}
      {action}
    </div>
  );
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTexts();
  return (error) => {
    if (error instanceof Unreachable) {
      return t('error.unreachable');
    }
    if (error instanceof Problem) {
      const field = error.errors[0];
      const detail = error.detail ?? error.title;
      return error.status === 403 && !error.detail ? t('error.forbidden') : field?.message ? `${detail} ${field.pointer ?? field.parameter ?? ''} ${field.message}` : detail;
    }
    return t('error.internal');
  };
}

export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTexts();
  const describe = useErrorText();
  const missing = error instanceof Problem && error.status === 404;
  return (
    <Notice
      alert
      icon={TriangleAlertIcon}
      title={missing ? t('error.notFound') : t('error.title')}
      action={retry && <Button variant="default" onClick={retry}>{t('error.retry')}</Button>}
    >
      {missing ? t('error.notFoundDetail') : describe(error)}
      {error instanceof Problem && error.traceId && <div className={styles['trace']}>{t('error.trace', { id: error.traceId })}</div>}
    </Notice>
  );
}
