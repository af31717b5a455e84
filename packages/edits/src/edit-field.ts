import {
  ownField,
  isJsonList,
  isJsonObject,
  isDeepEqual,
  type JsonObject,
  type JsonValue,
} from '@fairlead/manifests';
import type { SetEntry, SetField, SetFinalizer, SetOtherField } from './edit.ts';
import { objectAt, withField, withFilledField } from './json-tree.ts';
import { applied, stale, type TreeChange } from './tree-change.ts';

export type FieldEdit = SetField | SetEntry | SetFinalizer | SetOtherField;

const ownerOfMap = (map: SetEntry['map']): 'metadata' | 'spec' => (map === 'selector' ? 'spec' : 'metadata');

/**
 * Entries of one map, one after the other, on one copy of it: thousands of labels are changed in one step. `stale` names
 * the first edit that finds something else than it expects.
 */
export function editEntries(
  tree: JsonObject,
  map: SetEntry['map'],
  edits: readonly SetEntry[],
): TreeChange & { readonly edit?: SetEntry } {
  const owner = ownerOfMap(map);
  const entries = new Map<string, JsonValue>(Object.entries(objectAt(objectAt(tree, owner), map)));
  for (const edit of edits) {
    const found = entries.get(edit.key);
    if (!isDeepEqual(found, edit.from)) return { ...stale(found), edit };
    if (edit.to === undefined) entries.delete(edit.key);
    else entries.set(edit.key, edit.to);
  }
  return applied(
    withField(tree, owner, withFilledField(objectAt(tree, owner), map, Object.fromEntries(entries))),
  );
}

function setFinalizer(tree: JsonObject, edit: SetFinalizer): TreeChange {
  const metadata = objectAt(tree, 'metadata');
  const value = ownField(metadata, 'finalizers');
  const finalizers = isJsonList(value) ? value : [];
  if (finalizers.includes(edit.finalizer) === edit.isPresent) return stale(finalizers);
  const changed = edit.isPresent
    ? [...finalizers, edit.finalizer]
    : finalizers.filter((finalizer) => finalizer !== edit.finalizer);
  return applied(withField(tree, 'metadata', withFilledField(metadata, 'finalizers', changed)));
}

interface FieldChange {
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

/** Parents are never made up: a field in what is not there is stale. */
function setDeep(object: JsonObject, keys: readonly string[], change: FieldChange): TreeChange {
  const [key, ...others] = keys;
  if (key === undefined) return stale(object);
  const found = ownField(object, key);
  if (others.length === 0) {
    if (!isDeepEqual(found, change.from)) return stale(found);
    return applied(withField(object, key, change.to));
  }
  if (!isJsonObject(found)) return stale(undefined);
  const inner = setDeep(found, others, change);
  return inner.kind === 'stale' ? inner : applied(withField(object, key, inner.tree));
}

export function editField(tree: JsonObject, edit: FieldEdit): TreeChange {
  switch (edit.kind) {
    case 'set-field':
      return setDeep(tree, ['spec', edit.field], edit);
    case 'set-entry':
      return editEntries(tree, edit.map, [edit]);
    case 'set-finalizer':
      return setFinalizer(tree, edit);
    case 'set-other-field':
      return setDeep(tree, edit.keys, edit);
  }
}
