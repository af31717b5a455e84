import type { ObjectRef } from '@fairlead/kube-objects';
import { useDeferredValue, useMemo } from 'react';
import { listProposedUpdates } from '../../drafts/list-proposed-updates.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import { askOnce } from '../../workers/ask-once.ts';
import { useCluster } from '../../workers/cluster-context.ts';
import { useAnswer } from '../../workers/use-answer.ts';

/** What an open draft proposes; nothing while it cannot be followed or says the same. */
export function useProposedChanges({ draft, reading }: OpenDraft): readonly ProposedChange[] {
  const isSame = draft.operation === 'update' && reading.changes.length === 0;
  return useMemo(() => (isSame ? [] : listProposedUpdates(draft)), [draft, isSame]);
}

export interface DraftImpact {
  /** Of the draft as it is; `undefined` while that is not known. */
  readonly current: ImpactAnswer | undefined;
  /** The same, or while it is being computed that of a moment ago: what is shown of it stays meanwhile. */
  readonly latest: ImpactAnswer | undefined;
}

/** What the draft does to the picture and to what is wrong. Typing goes first. */
export function useImpact(changes: readonly ProposedChange[], about: ObjectRef): DraftImpact {
  const asked = useDeferredValue(changes);
  const { data, isPlaceholderData } = useAnswer({ kind: 'impact', changes: asked, about });
  return { current: isPlaceholderData || asked !== changes ? undefined : data, latest: data };
}

/** The same for whoever cannot go on without it: what is known, else as soon as the worker answers. */
export function useReadImpact(
  changes: readonly ProposedChange[],
  about: ObjectRef,
  known: ImpactAnswer | undefined,
): () => Promise<ImpactAnswer> {
  const cluster = useCluster();
  return async () => known ?? (await askOnce(cluster, { kind: 'impact', changes, about }));
}
