import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { printObject } from './print-object.ts';

test('fields keep their order, lists are indented', () => {
  expect(
    printObject({ kind: 'Service', apiVersion: 'v1', spec: { ports: [{ name: 'http', port: 80 }] } }),
  ).toBe('kind: Service\napiVersion: v1\nspec:\n  ports:\n    - name: http\n      port: 80\n');
});

test.each([
  'on',
  'yes',
  'n',
  'true',
  'null',
  '~',
  '0123',
  '1e3',
  '12:30:45',
  '0x1f',
  '',
  ' a',
  '- b',
  '2026-01-01',
])('the text "%s" stays a text for readers of YAML 1.1 and 1.2', (value) => {
  const text = printObject({ labels: { [value === '' ? 'empty' : value]: value } });
  for (const version of ['1.1', '1.2'] as const)
    expect(parse(text, { version })).toEqual({ labels: { [value === '' ? 'empty' : value]: value } });
});

test('texts of several lines are blocks, long lines are not broken', () => {
  expect(printObject({ note: 'first\n  second\n' })).toBe('note: |\n  first\n    second\n');
  const long = 'word '.repeat(60).trim();
  expect(printObject({ long })).toBe(`long: ${long}\n`);
});

test('equal parts are written out, not referred to', () => {
  const part = { a: 1 };
  expect(printObject({ first: part, second: part })).toBe('first:\n  a: 1\nsecond:\n  a: 1\n');
});
