import { Skeleton } from '@mantine/core';
import { useTexts } from '../i18n/language';
import { template, type Column } from './columns';
import styles from './Skeletons.module.css';

export function Skeletons({ columns }: { columns: Column[] }) {
  const { t } = useTexts();
  return (
    <div role="status" className={styles['rows']}>
      <span className="visually-hidden">{t('list.loading')}</span>
      {Array.from({ length: 14 }, (_, row) => (
        <div key={row} className={styles['row']} style={{ gridTemplateColumns: template(columns) }}>
          {columns.map((column, index) => (
            <Skeleton key={column.name} height={10} width={`${45 + ((row * 7 + index * 13) % 40)}%`} radius="xl" />
          ))}
        </div>
      ))}
    </div>
  );
}
