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
  const isShown = new Uint8Array(lines.length);
  let shownUntil = -1;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same') continue;
    const end = Math.min(index + context, lines.length - 1);
    for (let at = Math.max(index - context, shownUntil + 1, 0); at <= end; at += 1) isShown[at] = 1;
    shownUntil = end;
  }
  const stretches: DiffStretch[] = [];
  let start = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && isShown[at] === isShown[start]) continue;
    const isFolded = isShown[start] === 0 && at - start > 1;
    stretches.push({ kind: isFolded ? 'folded' : 'shown', lines: lines.slice(start, at) });
    start = at;
  }
  return joinShown(stretches.filter((stretch) => stretch.lines.length > 0));
};

const joinShown = (stretches: readonly DiffStretch[]): readonly DiffStretch[] => {
  const joined: DiffStretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.kind === 'shown' && stretch.kind === 'shown')
      joined[joined.length - 1] = { kind: 'shown', lines: [...last.lines, ...stretch.lines] };
    else joined.push(stretch);
  }
  return joined;
};
