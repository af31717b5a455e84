import { expect, test } from 'vitest';
import { isSelectedByPairs, labelValue, matchesLabelSelector } from './label-selector.ts';
import type { LabelSelector } from './objects/workload.ts';

const labels = { app: 'web', tier: 'front', empty: '' };
const odd = JSON.parse('{"__proto__": "a", "constructor": "b"}') as Record<string, string>;

test('labels called __proto__ and constructor are read like any other, and are absent where not set', () => {
  expect(labelValue(odd, '__proto__')).toBe('a');
  expect(labelValue(odd, 'constructor')).toBe('b');
  expect(labelValue(labels, '__proto__')).toBeUndefined();
  expect(labelValue(labels, 'toString')).toBeUndefined();
  expect(labelValue(undefined, 'app')).toBeUndefined();
});

test('a Service selects by all of its pairs', () => {
  expect(isSelectedByPairs(labels, { app: 'web', tier: 'front' })).toBe(true);
  expect(isSelectedByPairs(labels, { app: 'web', tier: 'back' })).toBe(false);
  expect(isSelectedByPairs(labels, { empty: '' })).toBe(true);
  expect(isSelectedByPairs(labels, { absent: '' })).toBe(false);
  expect(isSelectedByPairs(undefined, { app: 'web' })).toBe(false);
  expect(isSelectedByPairs(odd, odd)).toBe(true);
});

test('a Service selector that is absent or empty selects nothing', () => {
  expect(isSelectedByPairs(labels, undefined)).toBe(false);
  expect(isSelectedByPairs(labels, {})).toBe(false);
});

const expression = (key: string, operator: string, values?: readonly string[]): LabelSelector => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

test.each([
  [expression('app', 'In', ['web', 'api']), true],
  [expression('app', 'In', ['api']), false],
  [expression('app', 'In'), false],
  [expression('absent', 'In', ['']), false],
  [expression('app', 'NotIn', ['api']), true],
  [expression('app', 'NotIn', ['web']), false],
  [expression('absent', 'NotIn', ['web']), true],
  [expression('empty', 'Exists'), true],
  [expression('absent', 'Exists'), false],
  [expression('app', 'DoesNotExist'), false],
  [expression('absent', 'DoesNotExist'), true],
  [expression('app', 'Gt', ['1']), false],
  [{ matchLabels: { app: 'web' }, ...expression('tier', 'In', ['front']) }, true],
  [{ matchLabels: { app: 'api' }, ...expression('tier', 'In', ['front']) }, false],
  [{ matchLabels: { app: 'web' }, ...expression('tier', 'In', ['back']) }, false],
  [{}, true],
  [undefined, false],
])('the label selector %j: %s', (selector, expected) => {
  expect(matchesLabelSelector(labels, selector)).toBe(expected);
});
