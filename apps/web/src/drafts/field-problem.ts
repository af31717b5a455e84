import type { FieldPath } from '@fairlead/manifests';

/** What puts a problem right on the draft. */
export interface ProblemFix {
  readonly label: string;
  readonly run: () => void;
}

/** Something wrong with one field of a draft, whoever found it: shown under the control and at the line. */
export interface FieldProblem {
  readonly path: FieldPath;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly source: 'text' | 'cluster' | 'check';
  readonly fix?: ProblemFix;
}
