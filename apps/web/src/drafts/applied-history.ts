import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppliedChange } from './applied-change.ts';
import { parseAppliedChanges } from './parse-applied-changes.ts';

/** What was applied from this browser, latest first. What it holds can be undone for good. */
export interface AppliedHistory {
  readonly state: StoreApi<readonly AppliedChange[]>;
  /** Adds a change; `undoes` names the one that it takes back. */
  add(change: AppliedChange, undoes?: string): void;
}

const storageKey = 'fairlead.history';
const maxChanges = 100;

/** Writes as many of the latest as the browser has room for. */
function writeChanges(storage: Storage, changes: readonly AppliedChange[]): void {
  for (let count = changes.length; count > 0; count = Math.floor(count / 2)) {
    try {
      storage.setItem(storageKey, JSON.stringify({ version: 1, changes: changes.slice(0, count) }));
      return;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
    }
  }
}

export function openAppliedHistory(storage: Storage): AppliedHistory {
  const read = (text: string | null): readonly AppliedChange[] => parseAppliedChanges(text ?? '');
  const state = createStore<readonly AppliedChange[]>(() => read(storage.getItem(storageKey)));
  globalThis.addEventListener('storage', ({ key, newValue, storageArea }) => {
    if (storageArea === storage && key === storageKey) state.setState(read(newValue), true);
  });
  return {
    state,
    add: (change, undoes) => {
      const others = state
        .getState()
        .map((other) => (other.id === undoes ? { ...other, undoneBy: change.id } : other));
      const changes = [change, ...others].slice(0, maxChanges);
      state.setState(changes, true);
      writeChanges(storage, changes);
    },
  };
}
