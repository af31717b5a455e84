import type { FieldPath } from '@fairlead/manifests';

/** Something wrong with one field of a draft, whoever found it: shown under the control and at the line. */
export interface FieldProblem {
  readonly path: FieldPath;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly source: 'text' | 'cluster' | 'check';
}
