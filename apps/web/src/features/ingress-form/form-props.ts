import type { EditedObject, ObjectEdit } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import type { FieldProblem } from '../../drafts/field-problem.ts';

export type EditedIngress = Extract<EditedObject, { readonly kind: 'Ingress' }>;

export interface IngressFormProps {
  /** The draft as parsed; the last state that could be followed when it is read-only. */
  readonly object: EditedIngress;
  /** As it was when the draft began; `undefined` for a new Ingress. */
  readonly base: EditedIngress | undefined;
  /**
   * One call is one step on the draft as it is by then; `isContinuation`: typing that goes on belongs to the step before.
   */
  readonly onEdit: (edits: readonly ObjectEdit[], isContinuation: boolean) => void;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onShowInYaml: (path: FieldPath) => void;
}
