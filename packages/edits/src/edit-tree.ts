import type { JsonObject } from '@fairlead/manifests';
import type { ObjectEdit } from './edit.ts';
import { editField, type FieldEdit } from './edit-field.ts';
import { editPart } from './edit-part.ts';
import { editPath, type PathEdit } from './edit-path.ts';
import type { TreeChange } from './tree-change.ts';

const fieldKinds: ReadonlySet<string> = new Set<FieldEdit['kind']>([
  'set-field',
  'set-entry',
  'set-finalizer',
  'set-other-field',
]);
const pathKinds: ReadonlySet<string> = new Set<PathEdit['kind']>([
  'add-path',
  'remove-path',
  'set-path-field',
  'move-path',
]);

export const isFieldEdit = (edit: ObjectEdit): edit is FieldEdit => fieldKinds.has(edit.kind);
export const isPathEdit = (edit: ObjectEdit): edit is PathEdit => pathKinds.has(edit.kind);

/** `applyEdit` on plain data. */
export function editTree(tree: JsonObject, edit: ObjectEdit): TreeChange {
  if (isFieldEdit(edit)) return editField(tree, edit);
  if (isPathEdit(edit)) return editPath(tree, edit);
  return editPart(tree, edit);
}
