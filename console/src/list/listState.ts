import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Kind } from '../kinds/kinds';

/** Parameters of the address that only concern the page; all others are those of the API. */
const ofPage = new Set(['columns', 'new']);

export interface Filter {
  /** The name of the parameter, such as `status` or `createdAt[gte]`. */
  parameter: string;
  field: string;
  operator: string;
  value: string;
}

export interface ListState {
  query: URLSearchParams;
  filters: Filter[];
  sort: string;
  columns: string[];
  change(change: (parameters: URLSearchParams) => void): void;
}

const shape = /^([A-Za-z.]+)(?:\[([a-z]+)])?$/;

function filtersOf(kind: Kind, parameters: URLSearchParams): Filter[] {
  return [...parameters].flatMap(([parameter, value]) => {
    const [, field = '', operator = 'eq'] = shape.exec(parameter) ?? [];
    return field in kind.meta.filters ? [{ parameter, field, operator, value }] : [];
  });
}

function storedColumns(kind: Kind): string[] {
  const stored = localStorage.getItem(`kehu.columns.${kind.name}`);
  const names = stored ? stored.split(',').filter((name) => name in kind.meta.view) : [];
  return names.length > 0 ? names : kind.columns;
}

/** The state of a list, which is kept in the address, so that it can be bookmarked and shared. */
export function useListState(kind: Kind): ListState {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (apply: (parameters: URLSearchParams) => void) =>
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          apply(next);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return useMemo(() => {
    const query = new URLSearchParams([...parameters].filter(([name]) => !ofPage.has(name)));
    if (!query.has('sort') && (kind.sort === '' || kind.meta.sorts.includes(kind.sort.replace(/^-/, '')))) {
      query.set('sort', kind.sort);
    }
    const columns = parameters.get('columns')?.split(',').filter((name) => name in kind.meta.view) ?? storedColumns(kind);
    return { query, filters: filtersOf(kind, parameters), sort: query.get('sort') ?? '', columns, change };
  }, [parameters, kind, change]);
}

export function rememberColumns(kind: Kind, columns: string[]) {
  localStorage.setItem(`kehu.columns.${kind.name}`, columns.join(','));
}
