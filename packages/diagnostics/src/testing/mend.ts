import { applyEdits, type EditedObject } from '@fairlead/edits';
import { keyOf, keyOfRef, type ClusterObject } from '@fairlead/kube-objects';
import type { FixEdits } from '../finding.ts';

/** The objects with the edits of a fix carried out. Throws where they do not fit the object they are meant for. */
export function mend(objects: readonly ClusterObject[], { ref, edits }: FixEdits): readonly ClusterObject[] {
  const key = keyOfRef(ref);
  const index = objects.findIndex((object) => keyOf(object) === key);
  // Objects of tests are whole: nobody trimmed them.
  const outcome = applyEdits(objects[index] as ClusterObject & EditedObject, edits);
  if (outcome.kind === 'stale')
    throw new Error(`The edits of a fix do not fit ${key}: ${JSON.stringify(outcome)}`);
  return objects.with(index, outcome.object);
}
