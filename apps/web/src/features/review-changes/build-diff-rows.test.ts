import { diffLines } from '@fairlead/manifests';
import { expect, test } from 'vitest';
import { buildDiffRows } from './build-diff-rows.ts';

const before = 'abcdefghijklmnop'.split('').join('\n');
const lines = diffLines(before, before.replace('h', 'H').replace('i\n', ''));
const none = new Set<string>();

test('unchanged stretches are one row each until they are opened', () => {
  const rows = buildDiffRows(lines, 'inline', none);
  expect(rows.map((row) => (row.kind === 'fold' ? row.count : 'line'))).toEqual([
    4,
    ...Array.from({ length: 9 }, () => 'line'),
    4,
  ]);
  const [first] = rows;
  expect(buildDiffRows(lines, 'inline', new Set([first?.key ?? '']))).toHaveLength(14);
});

test('side by side, what went stands beside what came', () => {
  const pairs = buildDiffRows(lines, 'side', none).flatMap((row) =>
    row.kind === 'pair' ? [[row.left?.text, row.right?.text]] : [],
  );
  expect(pairs).toContainEqual(['h', 'H']);
  expect(pairs).toContainEqual(['i', undefined]);
  expect(pairs).toContainEqual(['j', 'j']);
});

test('every row has a key of its own', () => {
  for (const layout of ['inline', 'side'] as const) {
    const keys = buildDiffRows(lines, layout, none).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
