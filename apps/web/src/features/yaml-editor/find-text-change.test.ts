import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTextChange } from './find-text-change.ts';

/** Halves of pairs and line breaks of every kind, close together. */
const anyText = fc
  .array(fc.constantFrom('a', 'b', '\r', '\n', '\ud83d', '\ude00', '\ude01'), { maxLength: 12 })
  .map((units) => units.join(''));

const apply = (before: string, after: string): string => {
  const change = findTextChange(before, after);
  return change === undefined
    ? before
    : before.slice(0, change.start) + change.text + before.slice(change.end);
};

test.each([
  ['port: 80\n', 'port: 8080\n', { start: 8, end: 8, text: '80' }],
  ['a\nb\nc\n', 'a\nc\n', { start: 2, end: 4, text: '' }],
  ['', 'a', { start: 0, end: 0, text: 'a' }],
])('from %j to %j one stretch changes', (before, after, expected) => {
  expect(findTextChange(before, after)).toEqual(expected);
});

test('the same text is no change', () => {
  expect(findTextChange('a: 1\n', 'a: 1\n')).toBeUndefined();
});

test('a character of two units is changed as a whole', () => {
  expect(findTextChange('x😀y', 'x😁y')).toEqual({ start: 1, end: 3, text: '😁' });
});

test('a line break of two units is changed as a whole', () => {
  expect(findTextChange('a\r\nb', 'a\r\r\nb')).toEqual({ start: 1, end: 1, text: '\r' });
  expect(findTextChange('a\r\nb', 'a\nb')).toEqual({ start: 1, end: 3, text: '\n' });
});

test('the change leads from any text to any other', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      expect(apply(before, after)).toBe(after);
    }),
  );
});
