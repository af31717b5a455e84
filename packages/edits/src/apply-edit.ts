import type { JsonValue } from '@fairlead/manifests';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { editTree } from './edit-tree.ts';
import { toObject, treeOf } from './parse-edited-object.ts';

/** `stale`: the named part is not there, or `found` stands where the edit's `from` was expected. */
export type AppliedEdit<O extends EditedObject = EditedObject> =
  | { readonly kind: 'applied'; readonly object: O }
  | { readonly kind: 'stale'; readonly edit: ObjectEdit; readonly found: JsonValue | undefined };

/**
 * The object with the edit carried out: a new one, of which everything that the edit does not name is as it was. An edit
 * that finds something else than it expects changes nothing and is `stale`.
 */
export function applyEdit<O extends EditedObject>(object: O, edit: ObjectEdit): AppliedEdit<O> {
  const change = editTree(treeOf(object), edit);
  return change.kind === 'stale'
    ? { kind: 'stale', edit, found: change.found }
    : { kind: 'applied', object: toObject(change.tree, object) };
}

/** One edit after the other, each on what the one before it made; none of them where one is stale. */
export function applyEdits<O extends EditedObject>(object: O, edits: readonly ObjectEdit[]): AppliedEdit<O> {
  let changed: AppliedEdit<O> = { kind: 'applied', object };
  for (const edit of edits) {
    if (changed.kind === 'stale') return changed;
    changed = applyEdit(changed.object, edit);
  }
  return changed;
}
