import type { EditedObject, ObjectEdit } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import type { ServiceFields } from './service-fields.ts';

export type EditedService = Extract<EditedObject, { readonly kind: 'Service' }>;

export interface ServiceFormProps {
  /** The draft as parsed; the last state that could be followed when it is read-only. */
  readonly object: EditedService;
  /** As it was when the draft began; `undefined` for a new Service. */
  readonly base: EditedService | undefined;
  /** One call is one step; `isContinuation`: typing that goes on belongs to the step before. */
  readonly onEdit: (edits: readonly ObjectEdit[], isContinuation: boolean) => void;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onShowInYaml: (path: FieldPath) => void;
}

/** What each section of the form is given. */
export interface SectionProps extends ServiceFormProps {
  readonly fields: ServiceFields;
}

/** A section that must know of the cluster; `undefined` until the cluster has been asked. */
export interface FactedSection {
  readonly section: SectionProps;
  readonly facts: ServiceFormFacts | undefined;
}
