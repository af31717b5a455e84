import {
  applyEditsToText,
  type AppliedText,
  type Draft,
  type DraftReason,
  type EditedObject,
  type ObjectEdit,
} from '@fairlead/edits';
import { readDraft } from './draft-reading.ts';
import type { DraftStore } from './draft-store.ts';

export interface NewStep {
  readonly reason: DraftReason;
  /** The edits for the object as the draft has it; none: it is so already. */
  readonly listEdits: (object: EditedObject) => readonly ObjectEdit[];
}

/**
 * Adds edits, as one step, to the draft of their object: to the one that is kept, else to `fresh`. Edits that do not fit
 * (any more), that change nothing, or a draft whose text cannot be followed, leave everything as it is.
 */
export function addStep(
  store: DraftStore,
  fresh: Draft,
  { reason, listEdits }: NewStep,
): AppliedText['kind'] | 'nothing-to-do' {
  const draft = store.state.getState().drafts.get(fresh.id) ?? fresh;
  const { object } = readDraft(draft);
  if (object === undefined) return 'unreadable';
  const edits = listEdits(object);
  if (edits.length === 0) return 'nothing-to-do';
  const outcome = applyEditsToText(draft.text, edits);
  if (outcome.kind !== 'applied') return outcome.kind;
  store.begin(fresh);
  store.change(fresh.id, { reason, edits, text: outcome.text });
  return outcome.kind;
}
