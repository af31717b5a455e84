import type { Kind, ObjectOf } from '@fairlead/kube-objects';
import type { JsonObject } from '../json/json-value.ts';

/**
 * Looks at a stored object as its kind. Whatever is stored was decoded by the kind's schema first, so the fields that
 * are read have their type; `spec` is always there.
 */
export const parseStored = <K extends Kind>(_kind: K, object: JsonObject): ObjectOf<K> =>
  object as unknown as ObjectOf<K>;
