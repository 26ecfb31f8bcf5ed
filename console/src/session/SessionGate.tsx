import { Button, Loader } from '@mantine/core';
import { LockIcon, UnplugIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { loginAddress } from '../api/client';
import { Problem } from '../api/problem';
import { useTexts } from '../i18n/language';
import { ErrorNotice, Notice } from '../ui/Notice';
import { SessionContext, useSessionQuery } from './session';
import { SessionEnded } from './SessionEnded';
import styles from './SessionGate.module.css';

/** Shows the console to users who are logged in, and sends others to the login. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const { data, error, refetch } = useSessionQuery();
  const refused = new URLSearchParams(location.search).get('login') === 'failed';
  const loggedOut = error instanceof Problem && error.status === 401;
  useEffect(() => {
    if (loggedOut && !refused && !data) {
      location.replace(loginAddress());
    }
  }, [loggedOut, refused, data]);
  if (data) {
    return (
      <SessionContext value={data}>
        <SessionEnded />
        {children}
      </SessionContext>
    );
  }
  if (refused && loggedOut) {
    return (
      <main className={styles['gate']}>
        <Notice icon={LockIcon} title={t('session.failed')} action={<Button component="a" href="/session/login?return=%2F">{t('session.login')}</Button>}>
          {t('session.failedDetail')}
        </Notice>
      </main>
    );
  }
  if (error && !loggedOut) {
    return (
      <main className={styles['gate']}>
        {error instanceof Problem && error.status === 503 ? (
          <Notice alert icon={UnplugIcon} title={t('session.unavailable')} action={<Button variant="default" onClick={() => void refetch()}>{t('error.retry')}</Button>}>
            {error.detail}
          </Notice>
        ) : (
          <ErrorNotice error={error} retry={() => void refetch()} />
        )}
      </main>
    );
  }
  return (
    <main className={styles['gate']}>
      <Loader size="sm" aria-label={t('session.loading')} />
    </main>
  );
}
