import { matchSpan } from './match-lines.ts';
import { findEqualEnds } from './equal-ends.ts';

/** One line of a comparison; lines count from 1, and a line that is on one side only has only that side's number. */
export type DiffLine =
  | { readonly kind: 'same'; readonly text: string; readonly beforeLine: number; readonly afterLine: number }
  | { readonly kind: 'removed'; readonly text: string; readonly beforeLine: number }
  | { readonly kind: 'added'; readonly text: string; readonly afterLine: number };

const splitLines = (text: string): readonly string[] => {
  const lines = text.split('\n');
  // A text that ends with a line break has no further line behind it.
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

/** Where each line begins, and where one behind the last would. */
function findLineStarts(lines: readonly string[]): Int32Array {
  const starts = new Int32Array(lines.length + 1);
  for (const [index, line] of lines.entries()) starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
  return starts;
}

/** The first line that begins at an offset or behind it. */
function findLineAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Unchanged lines that stand some lines further down than before. */
interface MovedLines {
  readonly by: number;
  readonly lines: readonly DiffLine[];
}

/**
 * A text that others are compared with, one after the other, while one of them is typed. The text is taken apart once; a
 * comparison then costs what both texts take to be read through for where they begin to differ, and what the changed stretch
 * takes. Stretches with more than some hundred edits are matched at the lines that stand once on each side, so the answer is
 * always right but not always shortest.
 */
export class TextComparison {
  readonly #before: string;
  readonly #lines: readonly string[];
  readonly #starts: Int32Array;
  readonly #unmoved: MovedLines;
  /** Of the last comparison whose end stood elsewhere: the next has it there again. */
  #moved: MovedLines;

  constructor(before: string) {
    this.#before = before;
    this.#lines = splitLines(before);
    this.#starts = findLineStarts(this.#lines);
    this.#unmoved = this.#listMoved(0);
    this.#moved = this.#unmoved;
  }

  #listMoved(by: number): MovedLines {
    const toLine = (text: string, index: number): DiffLine => ({
      kind: 'same',
      text,
      beforeLine: index + 1,
      afterLine: index + 1 + by,
    });
    return { by, lines: this.#lines.map(toLine) };
  }

  #movedBy(by: number): readonly DiffLine[] {
    if (by === 0) return this.#unmoved.lines;
    if (by !== this.#moved.by) this.#moved = this.#listMoved(by);
    return this.#moved.lines;
  }

  /** Both texts line by line, what was removed before what was added. */
  compare(after: string): readonly DiffLine[] {
    const before = this.#before;
    const starts = this.#starts;
    const equal = findEqualEnds(before, after);
    const start = Math.min(findLineAt(starts, equal.start + 1) - 1, this.#lines.length);
    const startOffset = starts[start] ?? 0;
    const length = Math.min(equal.end, Math.min(before.length, after.length) - startOffset);
    // A line is the same to its beginning when the line break before it is.
    const end = Math.max(start, Math.min(findLineAt(starts, before.length - length + 1), this.#lines.length));
    const afterEnd =
      end === this.#lines.length ? after.length : after.length - before.length + (starts[end] ?? 0);
    const changed = splitLines(after.slice(startOffset, afterEnd));
    const middle = this.#compareStretch({ start, end }, changed);
    return this.#unmoved.lines
      .slice(0, start)
      .concat(middle, this.#movedBy(start + changed.length - end).slice(end));
  }

  #compareStretch(
    { start, end }: { readonly start: number; readonly end: number },
    after: readonly string[],
  ): readonly DiffLine[] {
    const lines = this.#lines;
    const result: DiffLine[] = [];
    let left = start;
    let right = 0;
    const addUpTo = (beforeEnd: number, afterEnd: number): void => {
      for (; left < beforeEnd; left += 1)
        result.push({ kind: 'removed', text: lines[left] ?? '', beforeLine: left + 1 });
      for (; right < afterEnd; right += 1)
        result.push({ kind: 'added', text: after[right] ?? '', afterLine: start + right + 1 });
    };
    const span = { beforeStart: start, beforeEnd: end, afterStart: 0, afterEnd: after.length };
    for (const [beforeAt, afterAt] of matchSpan({ before: lines, after }, span)) {
      addUpTo(beforeAt, afterAt);
      const text = lines[left] ?? '';
      result.push({ kind: 'same', text, beforeLine: left + 1, afterLine: start + right + 1 });
      left += 1;
      right += 1;
    }
    addUpTo(end, after.length);
    return result;
  }
}

/** Both texts line by line, what was removed before what was added. */
export const diffLines = (before: string, after: string): readonly DiffLine[] =>
  new TextComparison(before).compare(after);
