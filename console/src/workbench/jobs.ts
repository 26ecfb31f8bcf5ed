import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client';
import type { JobView } from '../../generated/migration';

export const migrations = '/api/v1/migrations';

const ended = new Set(['completed', 'failed', 'stopped']);

export function hasEnded(job: JobView): boolean {
  return ended.has(job.status);
}

/** A job, followed until it ends. */
export function useJob(id: string | null | undefined) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => api.get<JobView>(`${migrations}/jobs/${id}`, { signal }),
    enabled: Boolean(id),
    refetchInterval: ({ state }) => (state.data && !hasEnded(state.data) ? 10_000 : false),
  });
  const running = query.data !== undefined && !hasEnded(query.data);
  useEffect(() => {
    if (!id || !running) {
      return undefined;
    }
    const source = new EventSource(`${migrations}/jobs/${id}/events`);
    const receive = (event: MessageEvent<string>) => {
      client.setQueryData(['job', id], JSON.parse(event.data) as JobView);
    };
    source.addEventListener('progress', receive);
    source.addEventListener('end', (event) => {
      receive(event as MessageEvent<string>);
      source.close();
      void client.invalidateQueries({ queryKey: ['jobs'] });
      void client.invalidateQueries({ queryKey: ['data-sets'] });
    });
    return () => source.close();
  }, [id, running, client]);
  return query;
}

export function useJobs(dataSetId?: string) {
  return useQuery({
    queryKey: ['jobs', dataSetId ?? 'all'],
    queryFn: ({ signal }) =>
      api.get<{ items: JobView[] }>(`${migrations}/jobs`, { query: { sort: '-createdAt', limit: 50, ...(dataSetId && { dataSetId }) }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((job) => !hasEnded(job)) ? 5_000 : 60_000),
  });
}

/** The id of the data set that a job has made. */
export function madeBy(job: JobView | undefined): string | null {
  const result = job?.result as { dataSetId?: string } | null | undefined;
  return result?.dataSetId ?? null;
}

/** The page that shows the outcome of a job. */
export function pageOf(job: JobView): string | null {
  switch (job.kind) {
    case 'profile':
      return job.dataSetId ? `/workbench/data-sets/${job.dataSetId}/profile` : null;
    case 'cleaning':
      return `/workbench/runs/${job.id}`;
    case 'linkage':
      return `/workbench/linkages/${job.id}`;
    case 'application':
    case 'application-undo':
      return `/workbench/${job.kind}s/${job.id}`;
    default:
      return job.dataSetId ? `/workbench/data-sets/${job.dataSetId}` : null;
  }
}
