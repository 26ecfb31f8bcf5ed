import type { Changes } from '../api/save';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';

/** A change of a record that was changed in the meantime. */
export interface Conflict {
  kind: Kind;
  before: AnyRecord;
  current: AnyRecord;
  changes: Changes;
}

export interface OpenConflict extends Conflict {
  /** Answers the changes to make after all, or null to give them up. */
  settle(changes: Changes | null): void;
}

type Listener = (conflict: OpenConflict | null) => void;

let listener: Listener | null = null;

export function listenForConflicts(next: Listener): () => void {
  listener = next;
  return () => {
    listener = null;
  };
}

export function askAboutConflict(conflict: Conflict): Promise<Changes | null> {
  return new Promise((resolve) => {
    const settle = (changes: Changes | null) => {
      listener?.(null);
      resolve(changes);
    };
    listener?.({ ...conflict, settle });
  });
}
