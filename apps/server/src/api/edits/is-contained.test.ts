import { expect, test } from 'vitest';
import { isContained } from './is-contained.ts';

test.each([
  [{ a: 1 }, { a: 1, b: 2 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: { b: [] } }, {}, true],
  [{ a: null }, {}, true],
  [{ a: 0 }, {}, false],
  [{ ports: [{ port: 80 }] }, { ports: [{ port: 80, protocol: 'TCP' }] }, true],
  [{ ports: [{ port: 80 }] }, { ports: [{ port: 80 }, { port: 81 }] }, false],
  [{ ports: [{ port: 80 }] }, { ports: { 0: { port: 80 } } }, false],
  [JSON.parse('{"__proto__":{"a":1}}'), {}, false],
  [{ constructor: { name: 'x' } }, {}, false],
])('%j in %j: %s', (asked, stored, is) => {
  expect(isContained(asked, stored)).toBe(is);
});
