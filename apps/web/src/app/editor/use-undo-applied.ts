import { useNavigate } from '@tanstack/react-router';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useDrafts } from '../../drafts/drafts-context.ts';
import { draftIdOf } from '../../drafts/use-open-draft.ts';
import { buildUndoDraft } from '../../features/review-changes/build-undo-draft.ts';
import { useCluster } from '../../workers/cluster-context.ts';
import { newDraftId, useBeginDraft } from './use-begin-draft.ts';

/** Takes an applied change back: opens the draft (or the deletion) that does, to be reviewed like any other. */
export function useUndoApplied(): ((change: AppliedChange) => void) | undefined {
  const { store } = useDrafts();
  const { context } = useCluster();
  const navigate = useNavigate();
  const begin = useBeginDraft();
  if (begin === undefined) return undefined;
  return (change) => {
    const { kind, namespace = '-', name } = change.ref;
    const id =
      change.operation === 'delete'
        ? newDraftId(change.clusterId, crypto.randomUUID())
        : draftIdOf(change.clusterId, change.ref);
    const draft = buildUndoDraft(change, new Date().toISOString(), id);
    if (draft === undefined) {
      void navigate({
        to: '/c/$context/delete/$kind/$namespace/$name',
        params: { context, kind, namespace, name },
        search: { undoes: change.id },
      });
      return;
    }
    store.begin(draft);
    // A draft that is there already takes the way back as one step of its own.
    const { text, base } = draft;
    store.change(id, { reason: 'undo', edits: [], text, ...(base === undefined ? {} : { base }) });
    if (draft.operation === 'create') begin.openNew(draft);
    else begin.edit(change.ref);
  };
}
