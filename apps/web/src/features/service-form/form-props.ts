import type { EditedObject, ObjectEdit } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import type { FieldProblem } from '../../drafts/field-problem.ts';

export type EditedService = Extract<EditedObject, { readonly kind: 'Service' }>;

export interface ServiceFormProps {
  /** The draft as parsed; the last state that could be followed when it is read-only. */
  readonly object: EditedService;
  /** As it was when the draft began; `undefined` for a new Service. */
  readonly base: EditedService | undefined;
  /**
   * One call is one step on the draft as it is by then; `isContinuation`: typing that goes on belongs to the step before.
   */
  readonly onEdit: (edits: readonly ObjectEdit[], isContinuation: boolean) => void;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onShowInYaml: (path: FieldPath) => void;
}
