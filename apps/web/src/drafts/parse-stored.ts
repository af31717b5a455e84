import type { EditedObject } from '@fairlead/edits';
import { parseWholeObject } from '@fairlead/kube-objects';

/** What browser storage holds may be of an older version or somebody else's: everything is checked on the way in. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An object of a kind that can be edited, `undefined` where none was stored, `false` for anything else. */
export function parseStoredObject(raw: unknown): EditedObject | undefined | false {
  if (raw === null || raw === undefined) return undefined;
  const object = parseWholeObject(raw);
  return object.kind === 'Service' || object.kind === 'Ingress' ? object : false;
}

/** A reference to an object that can be edited. */
export const isEditedRef = (ref: unknown): boolean =>
  isRecord(ref) &&
  (ref['kind'] === 'Service' || ref['kind'] === 'Ingress') &&
  typeof ref['name'] === 'string';
