import { changeDraft, redoDraft, undoDraft, type Draft, type DraftChange } from '@fairlead/edits';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftStorage } from './draft-storage.ts';

export interface DraftsState {
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Drafts that the browser has no room for: gone when the tab is closed. */
  readonly unkept: ReadonlySet<string>;
}

/** Everything that happens to drafts. Each call is one step; storage follows a little later, at the latest when the tab hides. */
export interface DraftStore {
  readonly state: StoreApi<DraftsState>;
  /** Keeps a draft that just began; one of the same id stays as it is. */
  begin(draft: Draft): void;
  change(id: string, change: DraftChange): void;
  undo(id: string): void;
  redo(id: string): void;
  /** The draft and its history are gone. */
  discard(id: string): void;
  /** Brings storage up to date at once. */
  flush(): void;
}

export interface DraftStoreParts {
  readonly storage: DraftStorage;
  readonly now: () => string;
  /** Calls back soon, once however often it is asked for. */
  readonly schedule: (flush: () => void) => void;
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((other) => other !== id));

/** A set of ids and what storage said of them. */
function writeDraft(storage: DraftStorage, state: StoreApi<DraftsState>, id: string): void {
  const draft = state.getState().drafts.get(id);
  if (draft === undefined) {
    storage.remove(id);
    return;
  }
  const isKept = storage.write(draft);
  const { unkept } = state.getState();
  if (isKept === unkept.has(id))
    state.setState({ unkept: isKept ? without(unkept, id) : new Set([...unkept, id]) });
}

export function openDraftStore({ storage, now, schedule }: DraftStoreParts): DraftStore {
  const state = createStore<DraftsState>(() => ({
    drafts: new Map(storage.list().map((draft) => [draft.id, draft])),
    unkept: new Set<string>(),
  }));
  const waiting = new Set<string>();

  const put = (id: string, draft: Draft | undefined): void => {
    const drafts = new Map(state.getState().drafts);
    if (draft === undefined) drafts.delete(id);
    else drafts.set(id, draft);
    state.setState({ drafts });
  };
  const flush = (): void => {
    for (const id of waiting) writeDraft(storage, state, id);
    waiting.clear();
  };
  const replace = (id: string, draft: Draft | undefined): void => {
    put(id, draft);
    waiting.add(id);
    schedule(flush);
  };
  const update = (id: string, next: (draft: Draft) => Draft): void => {
    const draft = state.getState().drafts.get(id);
    if (draft === undefined) return;
    const changed = next(draft);
    if (changed !== draft) replace(id, changed);
  };

  storage.listen((id, draft) => {
    // What this tab has not written yet is newer.
    if (!waiting.has(id)) put(id, draft);
  });

  return {
    state,
    begin: (draft) => {
      if (!state.getState().drafts.has(draft.id)) replace(draft.id, draft);
    },
    change: (id, change) => update(id, (draft) => changeDraft(draft, change, now())),
    undo: (id) => update(id, (draft) => undoDraft(draft, now())),
    redo: (id) => update(id, (draft) => redoDraft(draft, now())),
    discard: (id) => replace(id, undefined),
    flush,
  };
}
