import type { JsonValue } from '@fairlead/manifests';
import type { EditedObject, ObjectEdit, SetEntry } from './edit.ts';
import { editEntries } from './edit-field.ts';
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

/** Edits of entries of one map are one run: each would copy the whole map. */
function listRuns(edits: readonly ObjectEdit[]): readonly (ObjectEdit | readonly SetEntry[])[] {
  const runs: (ObjectEdit | SetEntry[])[] = [];
  for (const edit of edits) {
    const run = runs.at(-1);
    if (edit.kind !== 'set-entry') runs.push(edit);
    else if (Array.isArray(run) && run[0]?.map === edit.map) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

function applyEntries<O extends EditedObject>(object: O, edits: readonly SetEntry[]): AppliedEdit<O> {
  const [first] = edits;
  if (first === undefined) return { kind: 'applied', object };
  const change = editEntries(treeOf(object), first.map, edits);
  return change.kind === 'stale'
    ? { kind: 'stale', edit: change.edit ?? first, found: change.found }
    : { kind: 'applied', object: toObject(change.tree, object) };
}

/** One edit after the other, each on what the one before it made; none of them where one is stale. */
export function applyEdits<O extends EditedObject>(object: O, edits: readonly ObjectEdit[]): AppliedEdit<O> {
  let changed: AppliedEdit<O> = { kind: 'applied', object };
  for (const run of listRuns(edits)) {
    if (changed.kind === 'stale') return changed;
    changed = 'kind' in run ? applyEdit(changed.object, run) : applyEntries(changed.object, run);
  }
  return changed;
}
