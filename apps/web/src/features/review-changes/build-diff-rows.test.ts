import { diffLines } from '@fairlead/manifests';
import { expect, test } from 'vitest';
import { buildDiffRows, type DiffLayout, type DiffView } from './build-diff-rows.ts';

const before = 'abcdefghijklmnop'.split('').join('\n');
const lines = diffLines(before, before.replace('h', 'H').replace('i\n', ''));
const rowsOf = (layout: DiffLayout, view: Partial<DiffView> = {}) =>
  buildDiffRows(lines, { layout, opened: new Set(), waiting: new Set(), ...view });

test('unchanged stretches are one row each until they are opened', () => {
  const rows = rowsOf('inline');
  expect(rows.map((row) => (row.kind === 'fold' ? row.count : 'line'))).toEqual([
    4,
    ...Array.from({ length: 9 }, () => 'line'),
    4,
  ]);
  const [first] = rows;
  expect(rowsOf('inline', { opened: new Set([first?.key ?? '']) })).toHaveLength(14);
});

test('side by side, what went stands beside what came', () => {
  const pairs = rowsOf('side').flatMap((row) =>
    row.kind === 'pair' ? [[row.left?.text, row.right?.text]] : [],
  );
  expect(pairs).toContainEqual(['h', 'H']);
  expect(pairs).toContainEqual(['i', undefined]);
  expect(pairs).toContainEqual(['j', 'j']);
});

test('every row has a key of its own', () => {
  for (const layout of ['inline', 'side'] as const) {
    const keys = rowsOf(layout).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('a line that waits for a choice is never folded away', () => {
  const texts = rowsOf('inline', { waiting: new Set([1]) }).map((row) =>
    row.kind === 'line' ? row.line.text : row.kind,
  );
  expect(texts.slice(0, 4)).toEqual(['a', 'b', 'c', 'd']);
});
