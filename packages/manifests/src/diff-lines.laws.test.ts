import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, type DiffLine } from './diff-lines.ts';
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
