import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/language';
import { Loading } from '../ui/Loading';
import { ErrorNotice } from '../ui/Notice';
import styles from './Entries.module.css';

interface Props {
  found: {
    isPending: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
    refetch(): unknown;
  };
  empty: string;
  count: number;
  children: ReactNode;
}

/** The frame of a list inside a tab: loading, failed, empty, or its entries with a button for more. */
export function Entries({ found, empty, count, children }: Props) {
  const { t } = useTexts();
  if (found.isPending) {
    return <Loading />;
  }
  if (found.error) {
    return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  }
  if (count === 0) {
    return <p className={styles['empty']}>{empty}</p>;
  }
  return (
    <>
      {children}
      {found.hasNextPage && (
        <Button mt="sm" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('record.more')}
        </Button>
      )}
    </>
  );
}
