import { canApply, canAsk } from '../../features/review-changes/editor-state.ts';
import { listConcernsOf } from '../../features/review-changes/list-concerns.ts';
import type { ConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { useEditorKeys, type EditorKeys } from './use-editor-keys.ts';
import type { AcceptedReply, Review } from '../../features/review-changes/use-review.ts';
import type { Editor } from './use-editor.ts';

export interface EditorCommandParts {
  readonly choices: ConflictChoices;
  /** What the draft does, as soon as that is known. */
  readonly readImpact: () => Promise<ImpactAnswer>;
  readonly mayCheck: boolean;
  readonly mayApply: boolean;
  /** Asks for that look. */
  readonly onConfirm: () => void;
}

export interface EditorCommands {
  readonly check: () => void;
  readonly apply: () => void;
  /** Sends what was looked at. */
  readonly send: () => void;
  /** For an editor that hears keys before the page does. */
  readonly keys: EditorKeys;
}

/** What the API server accepted, as it is on the screen. */
const acceptedOf = ({ step }: Review): AcceptedReply | undefined =>
  step.kind === 'checked' && step.reply.outcome === 'accepted' ? step.reply : undefined;

/** What the editor's buttons do, and its keys wherever those buttons are on. */
export function useEditorCommands(
  { open, state, review }: Editor,
  { choices, readImpact, mayCheck, mayApply, onConfirm }: EditorCommandParts,
): EditorCommands {
  const check = (): void => void review.check();
  const shown = acceptedOf(review);
  const look = async (reply: AcceptedReply): Promise<boolean> => {
    // What was rebased shows a new difference: that is read before the question is put. It is put with the next try.
    const isNewlyRebased = reply.isRebased && reply !== shown;
    const isConcerning = listConcernsOf(reply, await readImpact()).length > 0;
    if (isConcerning && !isNewlyRebased) onConfirm();
    return isConcerning || isNewlyRebased;
  };
  /** What is not checked is checked first, and sent only when there is nothing to look at. */
  const apply = (): void => {
    if (state.kind === 'conflict') choices.finish();
    else void review.apply(look);
  };
  /** What was looked at is sent; anything else is an answer like any other. */
  const send = (): void =>
    void review.apply((reply) => (reply === shown ? Promise.resolve(false) : look(reply)));
  const isApplyOn = state.kind === 'conflict' || (mayApply && canApply(state));
  const keys: EditorKeys = {
    undo: open.undo,
    redo: open.redo,
    check: () => {
      if (mayCheck && canAsk(state)) check();
    },
    apply: () => {
      if (isApplyOn) apply();
    },
  };
  useEditorKeys(keys);
  return { check, apply, send, keys };
}
