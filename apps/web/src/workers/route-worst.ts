import type { Severity } from '@fairlead/diagnostics';
import type { RouteRow } from '@fairlead/resource-graph';
import type { PictureModel } from './cluster-model.ts';
import { worseOf } from './mark-index.ts';
import type { GraphMark } from './questions.ts';

/** States in which no request arrives, whether or not a check has an opinion. */
const brokenStates: readonly RouteRow['state'][] = [
  'missing-service',
  'missing-port',
  'no-endpoints',
  'no-backend',
  'missing-class',
];

/** The marks of the picture that a route passes. */
export function marksOf({ marks }: Pick<PictureModel, 'marks'>, { targets }: RouteRow): readonly GraphMark[] {
  const rows = targets.filter((target) => target.includes('#'));
  const wholes = targets.filter((target) => !target.includes('#'));
  // The mark of a whole node counts findings of all its rows; it speaks for this line only when no row is named.
  const named = rows.flatMap((target) => marks.byTarget.get(target) ?? []);
  return named.length > 0 ? named : wholes.flatMap((target) => marks.byTarget.get(target) ?? []);
}

/** How bad a route is off; `undefined`: nothing is wrong with it. */
export function worstFor(row: RouteRow, marks: readonly GraphMark[]): Severity | undefined {
  const fromMarks = marks.reduce<Severity | undefined>(
    (worst, { severity }) => worseOf(worst, severity),
    undefined,
  );
  return fromMarks ?? (brokenStates.includes(row.state) ? 'error' : undefined);
}
