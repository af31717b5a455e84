import type { Draft } from '@fairlead/edits';
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { AppliedChange } from './applied-change.ts';
import type { AppliedHistory } from './applied-history.ts';
import type { DraftStore } from './draft-store.ts';

/** What this browser keeps of a person's work: drafts, and what was applied. */
export interface Drafts {
  readonly store: DraftStore;
  readonly history: AppliedHistory;
}

export const DraftsContext = createContext<Drafts | undefined>(undefined);

/** To be called below the providers of the page only. */
export function useDrafts(): Drafts {
  const drafts = use(DraftsContext);
  if (drafts === undefined) throw new Error('useDrafts is called outside the providers of the page.');
  return drafts;
}

/** The draft of that id as it is now; `undefined` when there is none. */
export const useDraft = (id: string): Draft | undefined =>
  useStore(useDrafts().store.state, ({ drafts }) => drafts.get(id));

/** Whether the browser had no room for it. */
export const useIsUnkept = (id: string): boolean =>
  useStore(useDrafts().store.state, ({ unkept }) => unkept.has(id));

/** Drafts of one cluster, latest change first. */
export const useDraftsOf = (clusterId: string): readonly Draft[] =>
  useStore(
    useDrafts().store.state,
    useShallow(({ drafts }) =>
      [...drafts.values()]
        .filter((draft) => draft.clusterId === clusterId)
        .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)),
    ),
  );

/** What was applied to one cluster from this browser, latest first. */
export const useAppliedChanges = (clusterId: string): readonly AppliedChange[] =>
  useStore(
    useDrafts().history.state,
    useShallow((changes) => changes.filter((change) => change.clusterId === clusterId)),
  );
