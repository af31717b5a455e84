import { canApply, canAsk } from '../../features/review-changes/editor-state.ts';
import { needsLook } from '../../features/review-changes/list-concerns.ts';
import type { ConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { useEditorKeys, type EditorKeys } from './use-editor-keys.ts';
import type { Editor } from './use-editor.ts';

export interface EditorCommandParts {
  readonly choices: ConflictChoices;
  /** What the draft does, as soon as that is known. */
  readonly readImpact: () => Promise<ImpactAnswer>;
  /** Something in the last check is to be looked at before it is sent. */
  readonly hasConcerns: boolean;
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

/** What the editor's buttons do, and its keys wherever those buttons are on. */
export function useEditorCommands(
  { open, state, review }: Editor,
  { choices, readImpact, hasConcerns, mayCheck, mayApply, onConfirm }: EditorCommandParts,
): EditorCommands {
  const check = (): void => void review.check();
  /** What is not checked is checked first, and sent only when there is nothing to look at. */
  const send = (): void =>
    void review.apply(async (reply) => {
      if (!needsLook(reply, await readImpact())) return false;
      // What was rebased shows a new difference: that is read before the question is put.
      if (!reply.isRebased) onConfirm();
      return true;
    });
  const apply = (): void => {
    if (state.kind === 'conflict') choices.finish();
    else if (state.kind === 'accepted' && hasConcerns) onConfirm();
    else send();
  };
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
