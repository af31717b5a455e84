import type { JsonObject } from '@fairlead/manifests';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { listFieldEdits } from './list-field-edits.ts';
import { listPartEdits } from './list-part-edits.ts';
import { treeOf } from './parse-edited-object.ts';
import { treeWithoutServerFields } from './server-fields.ts';

export function listTreeEdits(before: JsonObject, after: JsonObject): readonly ObjectEdit[] {
  const one = treeWithoutServerFields(before);
  const other = treeWithoutServerFields(after);
  return [...listFieldEdits(one, other), ...listPartEdits(one, other)];
}

/**
 * What changed, by meaning: applied to `before`, one after the other, the edits give `after`, but for what the API server
 * writes, the order of finalizers, and lists and maps that are empty in one and absent in the other.
 */
export const listEdits = (before: EditedObject, after: EditedObject): readonly ObjectEdit[] =>
  listTreeEdits(treeOf(before), treeOf(after));
