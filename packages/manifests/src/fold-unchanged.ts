import type { DiffLine } from './diff-lines.ts';

/** A stretch of a comparison: lines to show, or unchanged lines that are folded away until somebody asks. */
export interface DiffStretch {
  readonly kind: 'shown' | 'folded';
  readonly lines: readonly DiffLine[];
}

/**
 * The lines of a comparison in stretches, `context` unchanged lines shown around every change. A single line is not
 * folded: the fold would take as much room.
 */
export const foldUnchanged = (lines: readonly DiffLine[], context: number): readonly DiffStretch[] => {
  const stretches: DiffStretch[] = [];
  const add = (kind: DiffStretch['kind'], start: number, end: number): void => {
    if (end > start) stretches.push({ kind, lines: lines.slice(start, end) });
  };
  let shownFrom = 0;
  let shownTo = 0;
  const foldUpTo = (next: number): void => {
    if (next - shownTo <= 1) return;
    add('shown', shownFrom, shownTo);
    add('folded', shownTo, next);
    shownFrom = next;
  };
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index]?.kind === 'same') continue;
    foldUpTo(index - context);
    shownTo = Math.min(index + context + 1, lines.length);
  }
  foldUpTo(lines.length);
  add('shown', shownFrom, lines.length);
  return stretches;
};
