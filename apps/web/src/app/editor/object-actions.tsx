import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { EditAction } from '../../features/object-details/edit-action.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useCluster } from '../../workers/cluster-context.ts';
import { useBeginDraft } from './use-begin-draft.ts';
import { useReadEditedObject } from './use-read-edited-object.ts';

const isEdited = (target: ObjectRef): target is ObjectRef<EditedKind> & { readonly namespace: string } =>
  (target.kind === 'Service' || target.kind === 'Ingress') && target.namespace !== undefined;

type EditedTarget = ObjectRef<EditedKind> & { readonly namespace: string };

function EditedActions({ target }: { readonly target: EditedTarget }): ReactNode {
  const { editor } = useMessages();
  const { context } = useCluster();
  const navigate = useNavigate();
  const begin = useBeginDraft();
  const read = useReadEditedObject();
  const duplicate = async (): Promise<void> => {
    const object = await read(target);
    if (object !== undefined) begin?.duplicate(object);
  };
  return (
    <>
      <EditAction target={target} onEdit={() => begin?.edit(target)} />
      <EditAction target={target} verb="create" label={editor.duplicate()} onEdit={() => void duplicate()} />
      <EditAction
        target={target}
        verb="delete"
        label={editor.deleteShort()}
        onEdit={() =>
          void navigate({
            to: '/c/$context/delete/$kind/$namespace/$name',
            params: { context, kind: target.kind, namespace: target.namespace, name: target.name },
            search: {},
          })
        }
      />
    </>
  );
}

/** What can be done with the object of a panel: edit, duplicate, delete; nothing for kinds that are only looked at. */
export const ObjectActions = ({ target }: { readonly target: ObjectRef }): ReactNode =>
  isEdited(target) ? <EditedActions target={target} /> : null;
