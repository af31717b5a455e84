import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, TextComparison, type DiffLine } from './diff-lines.ts';
import { findEqualEnds } from './equal-ends.ts';
import { foldUnchanged } from './fold-unchanged.ts';

const aText = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '', '  x'), { maxLength: 30 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

const sideOf = (lines: readonly DiffLine[], other: 'added' | 'removed'): string =>
  lines
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => `${text}\n`)
    .join('');

/** By the table that Myers' search avoids to fill. */
const countEdits = (before: readonly string[], after: readonly string[]): number => {
  let row = after.map((_, index) => index + 1);
  row.unshift(0);
  for (const [index, line] of before.entries()) {
    const next = [index + 1];
    for (const [at, other] of after.entries())
      next.push(line === other ? (row[at] ?? 0) : 1 + Math.min(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
};

test('both sides of a comparison are the texts that were compared, and their lines are numbered', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const lines = diffLines(before, after);
      expect(sideOf(lines, 'added')).toBe(before);
      expect(sideOf(lines, 'removed')).toBe(after);
      const numbers = lines.flatMap((line) => ('afterLine' in line ? [line.afterLine] : []));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }),
    { numRuns: 2000 },
  );
});

test('a comparison of small texts has as few changed lines as there can be', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const changed = diffLines(before, after).filter(({ kind }) => kind !== 'same');
      expect(changed).toHaveLength(countEdits(before.split('\n'), after.split('\n')));
    }),
    { numRuns: 2000 },
  );
});

/** Texts with and without a line break at their end. */
const anOpenText = fc.tuple(aText, fc.constantFrom('', 'a', 'b')).map(([text, end]) => `${text}${end}`);

test('one comparison answers one text after the other as a fresh one does', () => {
  fc.assert(
    fc.property(anOpenText, fc.array(anOpenText, { maxLength: 6 }), (before, others) => {
      const comparison = new TextComparison(before);
      for (const after of others) expect(comparison.compare(after)).toEqual(diffLines(before, after));
    }),
  );
});

test('a line break at the end of a text is no line', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const lines = diffLines(before, after);
      const open = diffLines(before.replace(/(?<=.)\n$/, ''), after.replace(/(?<=.)\n$/, ''));
      expect(open).toEqual(lines);
    }),
  );
});

test('the equal ends of two texts are as long as they can be, and do not meet', () => {
  const aLongText = fc.tuple(fc.nat(9_000), anOpenText).map(([count, text]) => 'x'.repeat(count) + text);
  fc.assert(
    fc.property(aLongText, fc.option(aLongText), (a, other) => {
      const b = other ?? a;
      const { start, end } = findEqualEnds(a, b);
      const shorter = Math.min(a.length, b.length);
      expect(start + end).toBeLessThanOrEqual(shorter);
      expect(a.slice(0, start)).toBe(b.slice(0, start));
      expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
      if (start < shorter) expect(a[start]).not.toBe(b[start]);
      if (start + end < shorter) expect(a.at(-1 - end)).not.toBe(b.at(-1 - end));
    }),
  );
});

test('texts with thousands of changes are matched at the lines that stand once on each side', () => {
  const before = Array.from({ length: 3000 }, (_, index) => `line ${index}`);
  const after = before.map((line, index) => (index % 3 === 0 ? `new ${index}` : line));
  const lines = diffLines(before.join('\n'), after.join('\n'));
  expect(lines.filter(({ kind }) => kind === 'same')).toHaveLength(2000);
  expect(lines.filter(({ kind }) => kind === 'added')).toHaveLength(1000);
});

test('folding keeps every line, in order, and shows the lines around a change', () => {
  fc.assert(
    fc.property(aText, aText, fc.nat(4), (before, after, context) => {
      const lines = diffLines(before, after);
      const stretches = foldUnchanged(lines, context);
      expect(stretches.flatMap((stretch) => [...stretch.lines])).toEqual(lines);
      const shown = stretches.flatMap((stretch) => (stretch.kind === 'shown' ? [...stretch.lines] : []));
      const isNear = (at: number): boolean =>
        lines.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== 'same');
      // A single line between two that are shown is shown as well.
      for (const line of shown) {
        const at = lines.indexOf(line);
        const isBetween = (at === 0 || isNear(at - 1)) && (at === lines.length - 1 || isNear(at + 1));
        expect(isNear(at) || isBetween).toBe(true);
      }
      for (const stretch of stretches)
        if (stretch.kind === 'folded') expect(stretch.lines.length).toBeGreaterThan(1);
      const kinds = stretches.map(({ kind }) => kind);
      expect(kinds.every((kind, index) => kind !== kinds[index + 1])).toBe(true);
      const folded = stretches
        .filter(({ kind }) => kind === 'folded')
        .flatMap((stretch) => [...stretch.lines]);
      for (const line of folded) {
        const at = lines.indexOf(line);
        const around = lines.slice(Math.max(0, at - context), at + context + 1);
        expect(around.every(({ kind }) => kind === 'same')).toBe(true);
      }
    }),
  );
});
