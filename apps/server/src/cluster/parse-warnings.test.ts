import { expect, test } from 'vitest';
import { parseWarnings } from './parse-warnings.ts';

test.each([
  [undefined, []],
  ['', []],
  ['299 - "one"', ['one']],
  ['299 - "unknown field \\"spec.x\\""', ['unknown field "spec.x"']],
  ['299 - "a, 299 - \\"b\\"", 299 kube:6443 "c"', ['a, 299 - "b"', 'c']],
  [
    ['299 - "a"', '299 - "b" "Wed, 21 Oct 2015 07:28:00 GMT"'],
    ['a', 'b'],
  ],
  ['110 - "stale"', []],
  ['299 - "back\\\\slash"', ['back\\slash']],
  ['299 - "cut off', []],
])('%j says %j', (header, texts) => {
  expect(parseWarnings(header)).toEqual(texts);
});
