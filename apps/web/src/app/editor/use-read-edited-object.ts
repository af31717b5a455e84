import type { EditedKind, EditedObject } from '@fairlead/edits';
import { parseWholeObject, type ObjectRef } from '@fairlead/kube-objects';
import { useMessages } from '../../messages/use-messages.ts';
import { failureOf } from '../../server-state/api-failure.ts';
import { useReadObject } from '../../server-state/use-object.ts';
import { showToast } from '../../ui/toast-region.tsx';

/** Reads an object that can be edited, for an action of the person; `undefined` and a toast where that fails. */
export function useReadEditedObject(): (ref: ObjectRef<EditedKind>) => Promise<EditedObject | undefined> {
  const { editor, errors } = useMessages();
  const read = useReadObject();
  return async (ref) => {
    try {
      const object = parseWholeObject((await read(ref)).object);
      if (object.kind === 'Service' || object.kind === 'Ingress') return object;
      showToast(editor.cannotRead(ref.kind, ref.name));
    } catch (error) {
      const failure = failureOf(error);
      showToast(
        failure === undefined ? editor.cannotRead(ref.kind, ref.name) : errors.explain(failure).title,
      );
    }
    return undefined;
  };
}
