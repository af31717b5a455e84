import { longestIncreasingRun } from './increasing-run.ts';

/** Lines `[start, end)` of both sides, counted from 0. */
export interface Span {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

export interface Sides {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Pairs of equal lines, in order. */
export type Matches = readonly (readonly [number, number])[];

const editLimit = 400;

/**
 * How far each number of edits leads: `trace[d]` holds what was reached with `d - 1` edits, diagonal `k` at `k + d + 1`.
 */
type Trace = readonly Int32Array[];

const isStepDown = (reached: Int32Array, diagonal: number, edits: number): boolean =>
  diagonal === -edits ||
  (diagonal !== edits && (reached[diagonal + edits] ?? -1) < (reached[diagonal + edits + 2] ?? -1));

const startOfSnake = (reached: Int32Array, diagonal: number, edits: number): number =>
  isStepDown(reached, diagonal, edits)
    ? (reached[diagonal + edits + 2] ?? -1)
    : (reached[diagonal + edits] ?? -1) + 1;

const walkBack = (trace: Trace, span: Span): Matches => {
  const matches: (readonly [number, number])[] = [];
  let x = span.beforeEnd - span.beforeStart;
  let y = span.afterEnd - span.afterStart;
  for (const [edits, reached] of [...trace.entries()].toReversed()) {
    const diagonal = x - y;
    const start = edits === 0 ? 0 : startOfSnake(reached, diagonal, edits);
    while (x > start) {
      x -= 1;
      y -= 1;
      matches.push([span.beforeStart + x, span.afterStart + y]);
    }
    if (isStepDown(reached, diagonal, edits)) y -= 1;
    else x -= 1;
  }
  return matches.toReversed();
};

/** Myers' greedy search (1986) up to a number of edits; `undefined` beyond it. */
const matchByEdits = ({ before, after }: Sides, span: Span): Matches | undefined => {
  const width = span.beforeEnd - span.beforeStart;
  const height = span.afterEnd - span.afterStart;
  const followSnake = (start: number, diagonal: number): number => {
    let x = start;
    while (
      x < width &&
      x - diagonal < height &&
      before[span.beforeStart + x] === after[span.afterStart + x - diagonal]
    )
      x += 1;
    return x;
  };
  const trace: Int32Array[] = [];
  let reached = new Int32Array(1);
  for (let edits = 0; edits <= Math.min(width + height, editLimit); edits += 1) {
    const previous = new Int32Array(2 * edits + 3).fill(-1);
    if (edits > 0) previous.set(reached, 1);
    trace.push(previous);
    const next = new Int32Array(2 * edits + 3).fill(-1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const start = edits === 0 ? 0 : startOfSnake(previous, diagonal, edits);
      const x = followSnake(start, diagonal);
      next[diagonal + edits + 1] = x;
      if (x >= width && x - diagonal >= height) return walkBack(trace, span);
    }
    reached = next;
  }
  return undefined;
};

const indexUnique = (lines: readonly string[], start: number, end: number): Map<string, number> => {
  const found = new Map<string, number>();
  for (let at = start; at < end; at += 1) {
    const line = lines[at] ?? '';
    found.set(line, found.has(line) ? -1 : at);
  }
  return found;
};

/** Lines that stand once on each side, as many as keep their order. */
const matchUnique = ({ before, after }: Sides, span: Span): Matches => {
  const inAfter = indexUnique(after, span.afterStart, span.afterEnd);
  const pairs: [number, number][] = [];
  for (const [line, at] of indexUnique(before, span.beforeStart, span.beforeEnd)) {
    const other = inAfter.get(line) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  const kept = longestIncreasingRun(pairs.map(([, other]) => other));
  return kept.flatMap((index) => (pairs[index] === undefined ? [] : [pairs[index]]));
};

const isEmpty = (span: Span): boolean =>
  span.beforeStart >= span.beforeEnd || span.afterStart >= span.afterEnd;

/**
 * Pairs of equal lines of a stretch, as many as there can be up to some hundred edits; beyond, the lines that stand once on each
 * side and what is between them.
 */
export const matchSpan = (sides: Sides, span: Span): Matches => {
  if (isEmpty(span)) return [];
  const byEdits = matchByEdits(sides, span);
  if (byEdits !== undefined) return byEdits;
  const anchors = matchUnique(sides, span);
  const matches: (readonly [number, number])[] = [];
  let beforeStart = span.beforeStart;
  let afterStart = span.afterStart;
  for (const [beforeEnd, afterEnd] of [...anchors, [span.beforeEnd, span.afterEnd] as const]) {
    const gap = { beforeStart, beforeEnd, afterStart, afterEnd };
    const inGap = isEmpty(gap) ? [] : (matchByEdits(sides, gap) ?? []);
    for (const match of inGap) matches.push(match);
    if (beforeEnd < span.beforeEnd) matches.push([beforeEnd, afterEnd]);
    beforeStart = beforeEnd + 1;
    afterStart = afterEnd + 1;
  }
  return matches;
};
