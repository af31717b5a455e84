import type { Spread } from './spread.ts';

/** One measured ratio. */
export interface Figure {
  /** The name of the measurement, and the fixture it was taken on. */
  readonly id: string;
  readonly fixture: string;
  readonly title: string;
  readonly ratio: Spread;
  readonly digits: number;
  /** In words: `<= 0.50`. */
  readonly goal: string;
  readonly isMet: boolean;
  /** The whole run fails when it is not met. */
  readonly isRequired: boolean;
  /** The anchor varied too much for the ratio to be trusted. */
  readonly isNoisy: boolean;
  /** What stands above and below the line, with units. */
  readonly product: string;
  readonly anchor: string;
  readonly notes: readonly string[];
}

function printTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const verdictOf = ({ isMet, isRequired }: Figure): string =>
  isMet ? 'met' : isRequired ? 'FAILED' : 'not met';

/** All figures as one table, and below it what else there is to say of each. */
export function printFigures(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { median, lower, upper, count } = figure.ratio;
    const [middle, from, to] = [median, lower, upper].map((value) => value.toFixed(figure.digits));
    return [
      figure.id,
      figure.fixture,
      figure.title,
      middle ?? '',
      count === 1 ? '-' : `${from} to ${to}`,
      String(count),
      figure.goal,
      verdictOf(figure),
      figure.product,
      figure.anchor,
    ];
  });
  const head = ['', 'fixture', 'ratio of', 'median', 'quartiles', 'runs', 'goal', '', 'product', 'anchor'];
  const notes = figures.flatMap(({ id, notes: own, isNoisy }) =>
    [...own, ...(isNoisy ? ['the anchor varied by more than 40 %: not to be trusted'] : [])].map(
      (note) => `${id}: ${note}`,
    ),
  );
  return [printTable([head, ...rows]), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1)} MB`;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;
