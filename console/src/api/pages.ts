import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './client';

export interface Pages<T> {
  items: T[];
  nextCursor?: string | null;
}

/** The entries of a list that is read from the beginning, page by page. */
export function usePages<T>(key: readonly unknown[], path: string, query: Record<string, string> = {}) {
  const found = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      api.get<Pages<T>>(path, { query: { limit: 50, ...query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
  return { ...found, items: (found.data?.pages ?? []).flatMap((page) => page.items) };
}
