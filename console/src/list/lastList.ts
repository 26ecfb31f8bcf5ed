import type { KindName } from '../../generated/kinds';

let last: { kind: KindName; ids: string[] } | null = null;

/** Remembers the records of the list that the user looked at last. */
export function rememberList(kind: KindName, ids: string[]) {
  last = { kind, ids };
}

/** The records before and after one in the list that the user came from. */
export function neighbours(kind: KindName, id: string): { previous: string | undefined; next: string | undefined } {
  const ids = last?.kind === kind ? last.ids : [];
  const index = ids.indexOf(id);
  return { previous: ids[index - 1], next: index < 0 ? undefined : ids[index + 1] };
}
