import {
  isDeepEqual,
  isJsonObject,
  ownField,
  printManifest,
  type JsonObject,
  type JsonValue,
} from '@fairlead/manifests';
import type { EditedObject } from './edit.ts';
import { isAbsent, keysOfAll, objectAt } from './json-tree.ts';
import { treeOf } from './parse-edited-object.ts';
import { treeWithoutServerFields } from './server-fields.ts';
import { withServerFilled } from './server-filled.ts';

function patchOf(before: JsonValue | undefined, after: JsonValue | undefined): JsonValue | undefined {
  if (isDeepEqual(before, after) || (isAbsent(before) && isAbsent(after))) return undefined;
  if (after === undefined) return null;
  if (!isJsonObject(before) || !isJsonObject(after)) return after;
  return Object.fromEntries(
    keysOfAll([after, before]).flatMap((key) => {
      const patch = patchOf(ownField(before, key), ownField(after, key));
      return patch === undefined ? [] : [[key, patch] as const];
    }),
  );
}

/**
 * The change as a JSON merge patch (RFC 7386) in YAML, to carry into the manifest, chart or overlay that the object comes
 * from: only the fields that changed, `null` for those taken away, lists in full. Empty text where nothing changed.
 */
export function printPatchForSource(before: EditedObject, after: EditedObject): string {
  const later = treeWithoutServerFields(treeOf(withServerFilled(before, after)));
  const patch = patchOf(treeWithoutServerFields(treeOf(before)), later);
  if (!isJsonObject(patch)) return '';
  const { name, namespace } = before.metadata;
  const head: JsonObject = { name, ...(namespace === undefined ? {} : { namespace }) };
  return printManifest({
    apiVersion: before.apiVersion,
    kind: before.kind,
    ...patch,
    metadata: { ...head, ...objectAt(patch, 'metadata') },
  });
}
