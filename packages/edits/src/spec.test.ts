import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = new URL('.', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, source), 'utf8');

const rules = [...read('../SPEC.md').matchAll(/^- \*\*([A-Z]+-\d+)\*\* /gm)].map(([, rule = '']) => rule);
const tests = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map(read);
const tested = tests.flatMap((text) =>
  [...text.matchAll(/['"`]\[([A-Z]+-\d+)\] /g)].map(([, rule = '']) => rule),
);

test('every rule of the SPEC stands in it once', () => {
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});

test.each(rules)('%s has a test that carries its number', (rule) => {
  expect(tested).toContain(rule);
});

test('tests name no rule that the SPEC does not have', () => {
  expect(tested.filter((rule) => !rules.includes(rule))).toEqual([]);
});
