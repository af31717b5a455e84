import { applyEdit } from './apply-edit.ts';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { listDangers } from './list-dangers.ts';

/** Whether the API server refuses this edit of a stored object by itself: only delete and create again would do it. */
export function isImmutableEdit(base: EditedObject, edit: ObjectEdit): boolean {
  const change = applyEdit(base, edit);
  return (
    change.kind === 'applied' && listDangers(base, change.object).some(({ code }) => code === 'immutable')
  );
}
