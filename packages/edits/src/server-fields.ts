import type { JsonObject } from '@fairlead/manifests';
import type { EditedObject } from './edit.ts';
import { objectAt, withField, withoutField } from './json-tree.ts';
import { toObject, treeOf } from './parse-edited-object.ts';

/** Fields of `metadata` that the API server writes and nobody edits. */
export const serverMetadata: readonly string[] = [
  'managedFields',
  'resourceVersion',
  'uid',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
];

export function treeWithoutServerFields(tree: JsonObject): JsonObject {
  const metadata = serverMetadata.reduce<JsonObject>(withoutField, objectAt(tree, 'metadata'));
  return withField(withoutField(tree, 'status'), 'metadata', metadata);
}

/** The object without what the API server writes: `status` and its fields of `metadata`. What a person edits. */
export const withoutServerFields = <O extends EditedObject>(object: O): O =>
  toObject(treeWithoutServerFields(treeOf(object)), object);
