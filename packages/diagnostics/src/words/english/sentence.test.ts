import { expect, test } from 'vitest';
import { countOf, digits, listed } from './sentence.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j is listed as %j', (parts, text) => {
  expect(listed(parts)).toBe(text);
});

test('large numbers have thin spaces', () => {
  expect([digits(7), digits(999), digits(2761), digits(1234567)]).toEqual([
    '7',
    '999',
    '2\u2009761',
    '1\u2009234\u2009567',
  ]);
  expect([countOf(0, 'Pod'), countOf(1, 'Pod'), countOf(2, 'Pod')]).toEqual(['0 Pods', '1 Pod', '2 Pods']);
});
