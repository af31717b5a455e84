import { duplicateObject, newManifest, treeOf, type EditedKind, type EditedObject } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { printManifest } from '@fairlead/manifests';

/** What the draft of something new begins with. */
export interface NewDraft {
  readonly ref: ObjectRef<EditedKind>;
  readonly text: string;
}

/** An object of a kind with nothing but what it has to have. */
export function writeNewObject(kind: EditedKind, namespace: string): NewDraft {
  const ref = { kind, namespace, name: kind === 'Service' ? 'new-service' : 'new-ingress' } as const;
  return { ref, text: printManifest(newManifest(kind, ref)) };
}

/** The same object under another name. */
export function writeCopy(object: EditedObject): NewDraft {
  const copy = duplicateObject(object, `${object.metadata.name}-copy`);
  const { name, namespace } = copy.metadata;
  return { ref: { kind: copy.kind, namespace, name }, text: printManifest(treeOf(copy)) };
}
