import { expect, test } from 'vitest';
import { listHiddenKeys, listShownEntries } from './shown-entries.ts';

test('texts of several lines and what kubectl keeps for itself have no row, whatever their keys', () => {
  const annotations = JSON.parse(
    '{"a":"1","b":"two\\nlines","kubectl.kubernetes.io/last-applied-configuration":"{}","__proto__":"p"}',
  );
  expect(listShownEntries(annotations)).toEqual([
    ['a', '1'],
    ['__proto__', 'p'],
  ]);
  expect(listHiddenKeys(annotations)).toEqual(['b', 'kubectl.kubernetes.io/last-applied-configuration']);
});

test('of thousands of labels the first 200 have rows', () => {
  const labels = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key-${index}`, 'x']));
  expect(listShownEntries(labels)).toHaveLength(200);
  expect(listHiddenKeys(labels)).toHaveLength(9_800);
});
