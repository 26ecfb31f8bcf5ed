import { Loader } from '@mantine/core';
import { useTexts } from '../i18n/language';
import styles from './Loading.module.css';

export function Loading() {
  const { t } = useTexts();
  return (
    <div className={styles['loading']} role="status">
      <Loader size="sm" />
      <span className="visually-hidden">{t('session.loading')}</span>
    </div>
  );
}
