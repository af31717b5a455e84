import { applyEditsToText, type AppliedText, type Draft } from '@fairlead/edits';
import type { FixEdits } from '@fairlead/diagnostics';
import type { DraftStore } from './draft-store.ts';

/**
 * Adds a fix, as one step, to the draft of its object: to the one that is kept, else to `fresh`. A fix that does not fit
 * (any more), or a draft whose text cannot be followed, leaves everything as it is.
 */
export function addFix(store: DraftStore, fresh: Draft, { edits }: FixEdits): AppliedText['kind'] {
  const draft = store.state.getState().drafts.get(fresh.id) ?? fresh;
  const outcome = applyEditsToText(draft.text, edits);
  if (outcome.kind !== 'applied') return outcome.kind;
  store.begin(fresh);
  store.change(fresh.id, { reason: 'fix', edits, text: outcome.text });
  return outcome.kind;
}
