import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && (!(error instanceof Problem) || error.status === 429 || error.status >= 502);
}

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: worthRetrying, refetchOnWindowFocus: true } },
});
