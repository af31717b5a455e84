import { isDeepEqual } from './deep-equal.ts';
import type { FieldPath, JsonObject, JsonValue } from './json-value.ts';
import { printManifest } from './print-manifest.ts';
import { readManifest } from './read-manifest.ts';

/** Names an item of a list by what it says, so that it is found again when it moved; `undefined`: by its position. */
export type IdentifyItem = (path: FieldPath, item: JsonValue) => string | undefined;

/** The text, saying `object`. */
export const rewriteManifest = (text: string, object: JsonObject, _identify: IdentifyItem): string =>
  isDeepEqual(readManifest(text).object, object) ? text : printManifest(object);
