import { useMemo, useState } from 'react';
import { readDraft } from '../../drafts/draft-reading.ts';
import { useDraftsOf } from '../../drafts/drafts-context.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import type { GraphDraft } from './shown-draft.ts';

/** The drafts of a cluster that can be followed, for its picture; `undefined` when there are none. */
export function useClusterDraft(clusterId: string): GraphDraft | undefined {
  const drafts = useDraftsOf(clusterId);
  const [isShown, setShown] = useState(true);
  const changes = useMemo(
    () =>
      drafts.flatMap((draft): readonly ProposedChange[] => {
        const { object } = readDraft(draft);
        return object === undefined ? [] : [{ operation: draft.operation, object }];
      }),
    [drafts],
  );
  return useMemo(
    () => (changes.length === 0 ? undefined : { changes, isShown, setShown }),
    [changes, isShown],
  );
}
