import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, findNearText, typoDistance } from './near-text.ts';

test.each([
  ['fronted', 'frontend', 1],
  ['ngnix', 'nginx', 2],
  ['htpp', 'http', 1],
  ['web', 'web', 0],
  ['web', 'wob', 1],
  ['web', 'pay', undefined],
  ['a', 'b', 1],
  ['ab', 'cd', undefined],
  ['frontend', 'backend', undefined],
])('%s and %s', (a, b, distance) => {
  expect(typoDistance(a, b)).toBe(distance);
});

/** The definition, letter by letter, without the table. */
const slowDistance = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const rest = slowDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(rest, slowDistance(a.slice(1), b) + 1, slowDistance(a, b.slice(1)) + 1);
};

test('it is the edit distance, up to the limit', () => {
  const someText = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(someText, someText, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
      const distance = slowDistance(a, b);
      expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : undefined);
    }),
  );
});

test('of several candidates the nearest, then the first by name', () => {
  expect(findNearText('webb', ['webbs', 'web', 'wobb'])).toBe('web');
  expect(findNearText('webb', ['wobbe', 'webb'])).toBe('webb');
  expect(findNearText('webb', [])).toBeUndefined();
});
