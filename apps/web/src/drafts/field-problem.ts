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

/** What a form finds by itself, but for fields about which the API server has the word. */
export function withoutToldByServer<N extends { readonly path: FieldPath }>(
  own: readonly N[],
  problems: readonly FieldProblem[],
): readonly N[] {
  const told = new Set(
    problems.flatMap(({ source, path }) => (source === 'cluster' ? [JSON.stringify(path)] : [])),
  );
  return own.filter(({ path }) => !told.has(JSON.stringify(path)));
}
