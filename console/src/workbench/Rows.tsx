import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { RowPage } from '../../generated/migration';
import { api } from '../api/client';
import { useTexts } from '../i18n/language';
import { Loading } from '../ui/Loading';
import { ErrorNotice } from '../ui/Notice';
import { RowTable } from './RowTable';

/** Rows that the service lists page by page: those of a data set, changes, plans and outcomes. */
export function Rows({ path, empty }: { path: string; empty: string }) {
  const { t } = useTexts();
  const found = useInfiniteQuery({
    queryKey: ['rows', path],
    queryFn: ({ pageParam, signal }) => api.get<RowPage>(path, { query: { limit: 100, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (found.isPending) {
    return <Loading />;
  }
  if (found.error) {
    return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  }
  const pages = found.data.pages;
  const rows = pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return <p className="muted">{empty}</p>;
  }
  return (
    <>
      <RowTable columns={pages[0]?.columns ?? []} rows={rows} />
      {found.hasNextPage && (
        <Button mt="sm" variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('record.more')}
        </Button>
      )}
    </>
  );
}
