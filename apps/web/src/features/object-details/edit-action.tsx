import type { EditedKind } from '@fairlead/edits';
import { kindInfo, type ObjectRef } from '@fairlead/kube-objects';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { Permission, WriteVerb } from '../../server-state/permission.ts';
import { useAccess } from '../../server-state/use-access.ts';
import styles from './object-panel.module.css';

export interface EditActionProps {
  readonly target: ObjectRef<EditedKind> & { readonly namespace: string };
  readonly onEdit: () => void;
  /** What it says; `Edit` otherwise. */
  readonly label?: string;
  /** What the identity must be allowed to do; `update` otherwise. */
  readonly verb?: WriteVerb;
}

/** `undefined`: it may be changed, or the API server decides once the change is sent. */
function useReason(
  permission: Permission,
  { kind, namespace }: EditActionProps['target'],
): string | undefined {
  const { edit } = useMessages().details;
  switch (permission.state) {
    case 'read-only':
      // The demo lets one edit up to the dry run.
      return permission.mode === 'demo' ? undefined : edit.readOnly();
    case 'forbidden':
      return edit.forbidden({ verb: permission.verb, kind, resource: kindInfo(kind).resource, namespace });
    case 'asking':
      return edit.asking();
    case 'allowed':
    case 'not-known':
      return undefined;
  }
}

/** Begins to change, duplicate or delete the object; disabled, with what is missing, where the object may not be changed. */
export function EditAction({ target, onEdit, label, verb = 'update' }: EditActionProps): ReactNode {
  const { edit } = useMessages().details;
  const words = label ?? edit.action();
  const reasonId = useId();
  const reason = useReason(useAccess(target.namespace).may(verb, target.kind), target);
  if (reason === undefined)
    return (
      <button type="button" className={styles.action} onClick={onEdit}>
        {words}
      </button>
    );
  return (
    <>
      {/* Not `disabled`: what is missing could neither be reached by keyboard nor be heard then. */}
      <button
        type="button"
        className={styles.action}
        aria-disabled
        aria-describedby={reasonId}
        title={reason}
      >
        {words}
      </button>
      <span id={reasonId} hidden>
        {reason}
      </span>
    </>
  );
}
