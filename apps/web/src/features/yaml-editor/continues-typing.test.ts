import { expect, test } from 'vitest';
import { continuesTyping, type TypedChange } from './continues-typing.ts';

const typed = (offset: number, text: string, more: Partial<TypedChange> = {}): TypedChange => ({
  offset,
  removed: 0,
  text,
  atMs: 0,
  ...more,
});
const deleted = (offset: number, removed = 1): TypedChange => typed(offset, '', { removed });

test.each([
  ['the next letter', typed(4, 'a'), typed(5, 'b')],
  ['what stands between brackets that closed by themselves', typed(4, '{}'), typed(5, 'a')],
  ['the first letter of a new line', typed(4, '\n  '), typed(7, 'a')],
  ['the letter before the last one taken away', deleted(5), deleted(4)],
  ['the letter behind the last one taken away', deleted(5), deleted(5)],
  ['an input method that rewrites its letters', typed(4, 'ni'), typed(4, '你', { removed: 2 })],
])('%s belongs to the same step', (_what, before, change) => {
  expect(continuesTyping(before, change)).toBe(true);
});

test.each([
  ['typing elsewhere', typed(4, 'a'), typed(20, 'b')],
  ['typing after a pause', typed(4, 'a'), typed(5, 'b', { atMs: 1_000 })],
  ['a new line', typed(4, 'a'), typed(5, '\n')],
  ['deleting after typing', typed(4, 'a'), deleted(4)],
  ['typing after deleting', deleted(4), typed(4, 'a')],
  ['what is pasted', typed(4, 'a'), typed(5, 'port: 80')],
  ['typing after what was pasted', typed(4, 'port: 80'), typed(12, 'a')],
  ['a completion', typed(4, 'l'), typed(2, 'ClusterIP', { removed: 3 })],
  ['a whole selection deleted', deleted(4), deleted(4, 30)],
])('%s is a step of its own', (_what, before, change) => {
  expect(continuesTyping(before, change)).toBe(false);
});

test('the first change is a step of its own', () => {
  expect(continuesTyping(undefined, typed(0, 'a'))).toBe(false);
});
