import type { EditedObject } from '@fairlead/edits';
import { parseWholeObject } from '@fairlead/kube-objects';

/** The object of an answer; `undefined` when there is none, or one of a shape that cannot be edited. */
export function parseEdited(raw: unknown): EditedObject | undefined {
  if (raw === undefined) return undefined;
  const object = parseWholeObject(raw);
  return object.kind === 'Service' || object.kind === 'Ingress' ? object : undefined;
}
