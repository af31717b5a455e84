import type { EditedKind, EditedObject } from '@fairlead/edits';
import { parseWholeObject, type ObjectRef } from '@fairlead/kube-objects';
import { useMessages } from '../../messages/use-messages.ts';
import { useReadObject } from '../../server-state/use-object.ts';
import { showToast } from '../../ui/toast-region.tsx';

/** Reads an object that can be edited, for an action of the person; `undefined` and a toast where that fails. */
export function useReadEditedObject(): (ref: ObjectRef<EditedKind>) => Promise<EditedObject | undefined> {
  const { editor } = useMessages();
  const read = useReadObject();
  return async (ref) => {
    try {
      const object = parseWholeObject((await read(ref)).object);
      if (object.kind === 'Service' || object.kind === 'Ingress') return object;
      showToast(editor.cannotRead(ref.kind, ref.name));
    } catch (error) {
      showToast(error instanceof Error ? error.message : editor.cannotRead(ref.kind, ref.name));
    }
    return undefined;
  };
}
