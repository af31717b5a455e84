import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import {
  editorStateOf,
  type EditorFacts,
  type EditorState,
} from '../../features/review-changes/editor-state.ts';
import { useReview, type Review } from '../../features/review-changes/use-review.ts';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { countFieldErrors } from '../../drafts/field-checks.ts';
import { useDrafts } from '../../drafts/drafts-context.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useServer } from '../../server-state/server-context.ts';
import { useAccess } from '../../server-state/use-access.ts';
import { showToast } from '../../ui/toast-region.tsx';
import { appliedLineOf, appliedWordsOf } from './applied-words.ts';
import { useCreatedChange, useShowCreated } from './use-show-created.ts';
import { useUndoApplied } from './use-undo-applied.ts';

/** So long after applying the way back is offered on the spot; for good it is in the history. */
const undoToastMs = 600_000;

export interface Editor {
  readonly open: OpenDraft;
  readonly review: Review;
  readonly state: EditorState;
  readonly facts: EditorFacts;
  readonly verb: 'create' | 'update';
  /** What was applied last from here, the creation that led here included. */
  readonly applied: AppliedChange | undefined;
}

function liveOf({ draft, merge, live, isLiveKnown, hasMoved }: OpenDraft): EditorFacts['live'] {
  if (draft.operation === 'create') return 'same';
  if (!isLiveKnown) return 'unknown';
  if (live === undefined || live.metadata.uid !== draft.base?.metadata.uid) return 'deleted';
  if (merge?.kind === 'conflicts') return 'conflict';
  return hasMoved ? 'moved' : 'same';
}

/** What keeps the draft from being applied: what cannot be read of its text, or else what is refused for certain. */
const countErrors = ({ reading, draft }: OpenDraft): number =>
  reading.manifest.problems.filter(({ severity }) => severity === 'error').length +
  reading.shapeProblems.length +
  (reading.object === undefined ? 0 : countFieldErrors(reading.object, draft.base));

/** Why nothing can be sent: by choice of whoever started Fairlead, or for lack of a right. */
function useRefusal(ref: ObjectRef<EditedKind>, verb: 'create' | 'update'): EditorFacts['refusal'] {
  const permission = useAccess(ref.namespace ?? '').may(verb, ref.kind);
  if (permission.state === 'read-only') return 'read-only';
  return permission.state === 'forbidden' ? 'forbidden' : 'none';
}

/** A draft on the screen with its review, and where the two stand. */
export function useEditor(open: OpenDraft, ref: ObjectRef<EditedKind>): Editor {
  const { editor } = useMessages();
  const { history } = useDrafts();
  const undo = useUndoApplied();
  const showCreated = useShowCreated();
  const review = useReview(open, (change) => {
    if (change.operation === 'create') showCreated(change);
    if (undo === undefined) return;
    const words = appliedWordsOf(change, history.state.getState());
    showToast(
      appliedLineOf(words, editor.lines),
      { label: editor.undo(), run: () => undo(change) },
      undoToastMs,
    );
  });
  const created = useCreatedChange(open.draft.clusterId);
  const verb = open.draft.operation;
  const refusal = useRefusal(ref, verb);
  const { merge, reading, live, draft } = open;
  const choices = merge?.kind === 'conflicts' ? merge.conflicts.length : 0;
  const facts: EditorFacts = {
    operation: draft.operation,
    text: draft.text,
    editCount: merge?.kind === 'merged' ? merge.fromMine.length : reading.changes.length,
    errorCount: countErrors(open),
    isReadable: reading.object !== undefined,
    step: review.step,
    liveVersion: live?.metadata.resourceVersion,
    live: liveOf(open),
    choices,
    refusal,
  };
  return { open, review, state: editorStateOf(facts), facts, verb, applied: review.applied ?? created };
}

/** Whether the server answers dry runs: on a read-only demo it does. */
export const useCanCheck = (): boolean => {
  const { session } = useServer();
  return !session.readOnly || session.canDryRun;
};
