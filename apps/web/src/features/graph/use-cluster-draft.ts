import type { ObjectRef } from '@fairlead/kube-objects';
import { useMemo, useState } from 'react';
import { useDraftsOf } from '../../drafts/drafts-context.ts';
import { listProposedUpdates } from '../../drafts/list-proposed-updates.ts';
import { keyOfChange } from '../../workers/drafted-objects.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import type { GraphDraft } from './shown-draft.ts';

/** A deletion takes the place of what is drafted of the same object. */
function withDeletion(
  changes: readonly ProposedChange[],
  deleted: ObjectRef | undefined,
): readonly ProposedChange[] {
  if (deleted === undefined || (deleted.kind !== 'Service' && deleted.kind !== 'Ingress')) return changes;
  const change: ProposedChange = { operation: 'delete', ref: { ...deleted, kind: deleted.kind } };
  const key = keyOfChange(change);
  return [...changes.filter((other) => keyOfChange(other) !== key), change];
}

/**
 * The drafts of a cluster that can be followed, for its picture, and the object whose deletion is looked at; `undefined`
 * when there are none.
 */
export function useClusterDraft(clusterId: string, deleted?: ObjectRef): GraphDraft | undefined {
  const drafts = useDraftsOf(clusterId);
  const [isShown, setShown] = useState(true);
  const changes = useMemo(
    () => withDeletion(drafts.flatMap(listProposedUpdates), deleted),
    [drafts, deleted],
  );
  return useMemo(
    () => (changes.length === 0 ? undefined : { changes, isShown, setShown }),
    [changes, isShown],
  );
}
