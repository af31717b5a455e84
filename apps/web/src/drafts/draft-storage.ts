import type { Draft } from '@fairlead/edits';
import { parseDraft, printDraft } from './parse-draft.ts';

/** Where drafts outlive a reload, a restart of the server and the browser. */
export interface DraftStorage {
  list(): readonly Draft[];
  /** False: the browser has no room for it; it lives in this tab only. */
  write(draft: Draft): boolean;
  remove(id: string): void;
  /** Tells of drafts that another tab wrote (`undefined`: removed). */
  listen(listener: (id: string, draft: Draft | undefined) => void): void;
}

const prefix = 'fairlead.draft.';

function tryWrite(storage: Storage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    throw error;
  }
}

/** Drafts in the browser's own storage, one entry each. An entry that cannot be read is left alone and not listed. */
export const browserDraftStorage = (storage: Storage): DraftStorage => ({
  list: () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => parseDraft(storage.getItem(key) ?? ''))
      .filter((draft) => draft !== undefined),
  write: (draft) =>
    tryWrite(storage, prefix + draft.id, printDraft(draft, true)) ||
    tryWrite(storage, prefix + draft.id, printDraft(draft, false)),
  remove: (id) => storage.removeItem(prefix + id),
  listen: (listener) => {
    globalThis.addEventListener('storage', ({ key, newValue, storageArea }) => {
      if (storageArea !== storage || key?.startsWith(prefix) !== true) return;
      listener(key.slice(prefix.length), newValue === null ? undefined : parseDraft(newValue));
    });
  },
});
