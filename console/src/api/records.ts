import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { KindName } from '../../generated/kinds';
import { kinds } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { useCan } from '../session/session';
import { api, type Answer } from './client';

export interface Page<T = AnyRecord> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

export const recordKey = (kind: KindName, id: string) => ['record', kind, id] as const;

export function useRecord(kind: KindName, id: string) {
  return useQuery({
    queryKey: recordKey(kind, id),
    queryFn: ({ signal }) => api.one<AnyRecord>(`${kinds[kind].meta.path}/${id}`, { signal }),
  });
}

/** Returns a function that publishes a changed record to its page, and reloads lists and histories. */
export function useRecordChanged() {
  const client = useQueryClient();
  return (kind: KindName, answer: Answer<AnyRecord>) => {
    client.setQueryData(recordKey(kind, answer.data.id), answer);
    client.setQueryData(['name', kind, answer.data.id], answer.data);
    for (const key of [['list', kind], ['history', kind], ['timeline'], ['count', kind]]) {
      void client.invalidateQueries({ queryKey: key });
    }
  };
}

/** Collects ids that are asked for at the same time, so that one request answers them all. */
class Batch {
  private waiting = new Map<string, ((record: AnyRecord | null) => void)[]>();
  private readonly kind: KindName;

  constructor(kind: KindName) {
    this.kind = kind;
  }

  load(id: string): Promise<AnyRecord | null> {
    if (this.waiting.size === 0) {
      setTimeout(() => void this.flush(), 5);
    }
    return new Promise((resolve) => this.waiting.set(id, [...(this.waiting.get(id) ?? []), resolve]));
  }

  private async flush() {
    const asked = this.waiting;
    this.waiting = new Map();
    const ids = [...asked.keys()];
    for (let start = 0; start < ids.length; start += 200) {
      const chunk = ids.slice(start, start + 200);
      const found = await this.fetch(chunk);
      chunk.forEach((id) => asked.get(id)?.forEach((resolve) => resolve(found.get(id) ?? null)));
    }
  }

  private async fetch(ids: string[]): Promise<Map<string, AnyRecord>> {
    type Batched = { results: { found: boolean; record?: AnyRecord }[] };
    const path = `${kinds[this.kind].meta.path}/batch-get`;
    const answer = await api.post<Batched>(path, { ids }).catch(() => null);
    const records = (answer?.data.results ?? []).flatMap((item) => (item.record ? [item.record] : []));
    return new Map(records.map((record) => [record.id, record]));
  }
}

const batches = new Map<KindName, Batch>();

function batchOf(kind: KindName): Batch {
  const batch = batches.get(kind) ?? new Batch(kind);
  batches.set(kind, batch);
  return batch;
}

/** The record that an id refers to, or null if there is none that the user can see. */
export function useReferred(kind: KindName | undefined, id: string | null | undefined) {
  const can = useCan();
  const readable = kind !== undefined && can(kinds[kind].meta.read);
  return useQuery({
    queryKey: ['name', kind, id],
    queryFn: () => batchOf(kind as KindName).load(id as string),
    enabled: Boolean(readable && id),
    staleTime: 300_000,
  });
}

/** Fills the names of records that have been loaded anyway. */
export function useRemembered(kind: KindName, records: AnyRecord[]) {
  const client = useQueryClient();
  useEffect(() => {
    records.forEach((record) => client.setQueryData(['name', kind, record.id], record));
  }, [client, kind, records]);
}
