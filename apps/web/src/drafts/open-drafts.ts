import { openAppliedHistory } from './applied-history.ts';
import { browserDraftStorage } from './draft-storage.ts';
import { openDraftStore } from './draft-store.ts';
import type { Drafts } from './drafts-context.ts';

const writeDelayMs = 300;

/** Drafts and history of this browser. Writing waits for a pause, but not beyond the moment the tab hides or ends. */
export function openDrafts(storage: Storage): Drafts {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const store = openDraftStore({
    storage: browserDraftStorage(storage),
    now: () => new Date().toISOString(),
    schedule: (flush) => {
      clearTimeout(timer);
      timer = setTimeout(flush, writeDelayMs);
    },
  });
  globalThis.addEventListener('pagehide', () => store.flush());
  document.addEventListener('visibilitychange', () => store.flush());
  return { store, history: openAppliedHistory(storage) };
}
