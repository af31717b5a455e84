import { expect, test } from 'vitest';
import { code } from './code.ts';

test('a backtick in a value does not end the code', () => {
  expect(code('a`b')).toBe('`aˋb`');
});
