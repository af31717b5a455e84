import { expect, test } from 'vitest';
import { buildFormats } from './format.ts';

const formats = buildFormats('en');
const nowMs = Date.parse('2026-03-01T12:00:00Z');

test('numbers are grouped with a thin space', () => {
  expect(formats.count(2761)).toBe('2\u2009761');
  expect(formats.count(12)).toBe('12');
});

test.each([
  ['2026-01-19T12:00:00Z', '41 d'],
  ['2026-03-01T06:00:00Z', '6 h'],
  ['2026-03-01T11:48:30Z', '11 min'],
  ['2026-03-01T11:59:55Z', '5 s'],
  ['2026-03-01T12:00:05Z', '0 s'],
])('an object made at %s is %s old', (time, age) => {
  expect(formats.age(time, nowMs)).toBe(age);
});

test('a missing or unreadable time has no age', () => {
  expect(formats.age(undefined, nowMs)).toBeUndefined();
  expect(formats.age('yesterday', nowMs)).toBeUndefined();
});

test('a word follows its number', () => {
  const forms = { one: 'rule', other: 'rules' };
  expect([0, 1, 2].map((count) => formats.plural(count, forms))).toEqual(['rules', 'rule', 'rules']);
});

test('a list ends with and', () => {
  expect(formats.list(['a', 'b', 'c'])).toBe('a, b and c');
});
