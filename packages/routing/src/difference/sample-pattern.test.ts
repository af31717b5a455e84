import { expect, test } from 'vitest';
import { readPattern } from './read-pattern.ts';

test.each([
  ['^/foo', '', '/foo'],
  ['^/foo$', 'i', '/foo'],
  [String.raw`^/favicon\.ico`, '', '/favicon.ico'],
])('[DIF-4] the pattern %s is a text that a path begins with', (source, flags, literal) => {
  expect(readPattern(new RegExp(source, flags))).toEqual({ literal, samples: [] });
});

test.each([
  ['^/foo(/|$)(.*)', ['/foo', '/foo/', '/foo/x']],
  ['^/v[0-9]+/(users|orders)', ['/v0/users', '/v0/orders']],
  [String.raw`^/\d{2,3}(?<rest>/\w+)?$`, ['/77', '/777', '/77/a']],
  ['(?i)bad(?=x)y|/only', ['/only']],
  ['/inside', ['/inside']],
])('[DIF-4] of the pattern %s examples are found that it matches', (source, expected) => {
  const pattern = source.replace('(?i)', '');
  const { literal, samples } = readPattern(new RegExp(pattern));
  expect(literal).toBe(undefined);
  expect(samples).toEqual(expect.arrayContaining(expected));
  for (const sample of samples) expect(sample).toMatch(new RegExp(pattern));
});
