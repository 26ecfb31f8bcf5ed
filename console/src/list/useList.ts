import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import { useRemembered, type Page } from '../api/records';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';

const pageSize = 100;

function withLimit(query: URLSearchParams, cursor: string | null): URLSearchParams {
  const complete = new URLSearchParams(query);
  complete.set('limit', String(pageSize));
  if (cursor) {
    complete.set('cursor', cursor);
  }
  return complete;
}

/** The records that a list finds, page by page. */
export function useList(kind: Kind, query: URLSearchParams, enabled = true) {
  const found = useInfiniteQuery({
    queryKey: ['list', kind.name, query.toString()],
    queryFn: ({ pageParam, signal }) => api.get<Page>(kind.meta.path, { query: withLimit(query, pageParam), signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
    enabled,
  });
  const pages = found.data?.pages;
  const records = useMemo<AnyRecord[]>(() => (pages ?? []).flatMap((page) => page.items), [pages]);
  useRemembered(kind.name, records);
  return { ...found, records };
}

/** How many records a list finds; asked for separately, since counting can take longer than listing. */
export function useCount(kind: Kind, query: URLSearchParams) {
  const counting = new URLSearchParams(query);
  counting.delete('sort');
  counting.set('limit', '1');
  counting.set('count', 'true');
  return useQuery({
    queryKey: ['count', kind.name, counting.toString()],
    queryFn: async ({ signal }) => (await api.get<Page>(kind.meta.path, { query: counting, signal })).total ?? null,
    staleTime: 60_000,
  });
}
