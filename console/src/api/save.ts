import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { askAboutConflict } from '../form/conflicts';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { UndoMessage } from '../ui/UndoMessage';
import { api, type Answer } from './client';
import { Problem } from './problem';
import { useRecordChanged } from './records';

export type Changes = Record<string, unknown>;

export const tagOf = (record: AnyRecord) => `"${record.version}"`;

/** A change that has been saved, and the record as it was before. */
interface Saved {
  before: AnyRecord;
  answer: Answer<AnyRecord>;
  changes: Changes;
}

async function attempt(kind: Kind, before: AnyRecord, changes: Changes): Promise<Saved | null> {
  try {
    return { before, changes, answer: await api.patch<AnyRecord>(`${kind.meta.path}/${before.id}`, changes, tagOf(before)) };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 412) {
      throw error;
    }
    const current = await api.get<AnyRecord>(`${kind.meta.path}/${before.id}`);
    const chosen = await askAboutConflict({ kind, before, current, changes });
    if (!chosen) {
      return null;
    }
    const unchanged = { before: current, changes: {}, answer: { data: current, etag: undefined } };
    return Object.keys(chosen).length === 0 ? unchanged : attempt(kind, current, chosen);
  }
}

function former(record: AnyRecord, changes: Changes): Changes {
  return Object.fromEntries(Object.keys(changes).map((name) => [name, record[name] ?? null]));
}

/**
 * Returns a function that changes a record and offers to undo that. If the record has been changed in the meantime, the user
 * decides field by field. Answers null if the change was given up.
 */
export function useSave(kind: Kind) {
  const changed = useRecordChanged();
  const { t } = useTexts();
  return async (before: AnyRecord, changes: Changes): Promise<AnyRecord | null> => {
    const saved = await attempt(kind, before, changes);
    if (!saved) {
      return null;
    }
    const { answer } = saved;
    changed(kind.name, answer);
    if (Object.keys(saved.changes).length === 0) {
      return answer.data;
    }
    const undo = async () => {
      const undone = await attempt(kind, answer.data, former(saved.before, saved.changes));
      if (undone) {
        changed(kind.name, undone.answer);
      }
    };
    offerUndo(t('done.saved'), undo);
    return answer.data;
  };
}

/** Says that something is done, with a button that reverts it. */
export function offerUndo(message: string, undo?: () => Promise<unknown>) {
  // The button for undoing it is beside the message, which disappears by itself
  const id = crypto.randomUUID();
  const close = () => notifications.hide(id);
  notifications.show({ id, withBorder: true, withCloseButton: false, autoClose: undo ? 8000 : 3000, message: createElement(UndoMessage, { message, close, ...(undo && { undo }) }) });
}
