import { Link } from 'react-router';
import { useTexts } from '../i18n/language';
import styles from './Workbench.module.css';

/** The way back to the workbench. */
export function Trail() {
  const { t } = useTexts();
  return (
    <nav aria-label="Breadcrumb" className={styles['trail']}>
      <Link to="/workbench">{t('nav.workbench')}</Link>
    </nav>
  );
}
