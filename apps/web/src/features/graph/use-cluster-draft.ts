import { useMemo, useState } from 'react';
import { useDraftsOf } from '../../drafts/drafts-context.ts';
import { listProposedUpdates } from '../../drafts/list-proposed-updates.ts';
import type { GraphDraft } from './shown-draft.ts';

/** The drafts of a cluster that can be followed, for its picture; `undefined` when there are none. */
export function useClusterDraft(clusterId: string): GraphDraft | undefined {
  const drafts = useDraftsOf(clusterId);
  const [isShown, setShown] = useState(true);
  const changes = useMemo(() => drafts.flatMap(listProposedUpdates), [drafts]);
  return useMemo(
    () => (changes.length === 0 ? undefined : { changes, isShown, setShown }),
    [changes, isShown],
  );
}
