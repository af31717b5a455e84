import { useMemo } from 'react';
import { useLatest } from '../../ui/use-latest.ts';
import type { FieldProblem } from '../../drafts/field-problem.ts';

/** The same array while the problems say the same, so that fields are not drawn anew. A fix is always the latest. */
export function useKeptProblems(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const readLatest = useLatest(problems);
  const said = JSON.stringify(
    problems.map(({ path, severity, message, source, fix }) => [path, severity, message, source, fix?.label]),
  );
  return useMemo(
    () =>
      problems.map((problem, index) =>
        problem.fix === undefined
          ? problem
          : {
              ...problem,
              fix: { label: problem.fix.label, run: () => readLatest()[index]?.fix?.run() },
            },
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- the problems are new at every drawing; this is what they say
    [said, readLatest],
  );
}
