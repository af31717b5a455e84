import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { describeRefusal } from '../../server-state/describe-refusal.ts';
import type { WriteVerb } from '../../server-state/permission.ts';
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

/** Begins to change, duplicate or delete the object; disabled, with what is missing, where the object may not be changed. */
export function EditAction({ target, onEdit, label, verb = 'update' }: EditActionProps): ReactNode {
  const { edit } = useMessages().details;
  const words = label ?? edit.action();
  const reasonId = useId();
  const reason = describeRefusal(useAccess(target.namespace).may(verb, target.kind), target, edit);
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
