import { listEdits, type Draft, type EditedObject } from '@fairlead/edits';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { textOf } from '../../drafts/use-open-draft.ts';

/**
 * The draft that takes an applied change back. It starts from what was stored, so that merging it onto the live object
 * keeps what others did since, or shows where they did the same. `undefined` for a create, which a deletion takes back, and
 * for a change whose objects are not kept.
 */
export function buildUndoDraft(change: AppliedChange, now: string, id: string): Draft | undefined {
  const { operation, before, after, clusterId, ref } = change;
  if (operation === 'create' || before === undefined) return undefined;
  const shared = { id, clusterId, ref, undoSteps: [], redoSteps: [], changedAt: now, undoes: change.id };
  if (operation === 'delete')
    return { ...shared, operation: 'create', base: undefined, text: textOf(before) };
  return after === undefined
    ? undefined
    : { ...shared, operation: 'update', base: after, text: textOf(before) };
}

/** How many changes of others there are besides, once `change` was taken back and `stored` came of it. */
export const countOthersChanges = (change: AppliedChange, stored: EditedObject): number =>
  change.before === undefined ? 0 : listEdits(change.before, stored).length;
