import { expect, test } from 'vitest';
import { findPatternFault } from './find-pattern-fault.ts';

test.each([
  ['/a(b', 'parenthesis'],
  ['/a)b', 'parenthesis'],
  ['/a[b', 'bracket'],
  ['/a[]', 'bracket'],
  ['/a[^]b', 'bracket'],
  ['/(+)', 'repetition'],
  ['/a|*', 'repetition'],
  ['*/a', 'repetition'],
  ['/a\\', 'backslash'],
  ['/api(/|$)(.*)', undefined],
  ['/[(]\\)[)\\]]', undefined],
  ['/[]a]b', undefined],
  ['/(?i)a(?:b|c)+?', undefined],
  ['/a{2', undefined],
  ['/a]b', undefined],
  ['/a\\(b', undefined],
  ['/*', undefined],
  ['', undefined],
])('[BRK-4] %j: %j', (source, fault) => {
  expect(findPatternFault(source)).toBe(fault);
});
