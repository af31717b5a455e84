import { expect, test } from 'vitest';
import { normalizeRequest, type RoutingRequest } from '../request.ts';
import { meetsConditions, type RouteCondition } from './route-condition.ts';

const request = (given: Partial<RoutingRequest>) =>
  normalizeRequest({ method: 'get', scheme: 'http', host: 'A.Example.com:80', path: '/', ...given });
const pair = (name: string | undefined, value: string): RouteCondition => ({
  kind: 'query',
  pairs: [
    { name: name === undefined ? undefined : new RegExp(`^${name}$`), value: new RegExp(`^${value}$`) },
  ],
});

test.each<[RouteCondition, Partial<RoutingRequest>, boolean]>([
  [{ kind: 'host', patterns: [/^b\./, /^a\./] }, {}, true],
  [{ kind: 'host', patterns: [/^b\./] }, {}, false],
  [{ kind: 'method', methods: ['PUT', 'GET'] }, {}, true],
  [{ kind: 'method', methods: ['PUT'] }, {}, false],
  [{ kind: 'header', name: 'x-a', patterns: [/^1$/, /^2$/] }, { headers: { 'X-A': '2' } }, true],
  [{ kind: 'header', name: 'x-a', patterns: [/^1$/] }, {}, false],
  [{ kind: 'source' }, {}, true],
  [pair('a', '1'), { query: 'b=2&a=1' }, true],
  [pair('a', '1'), { query: 'a=12' }, false],
  [pair('a', 'b=c'), { path: '/?a=b=c' }, true],
  [pair(undefined, '1'), { query: 'z=1' }, true],
  [pair(undefined, 'z'), { query: 'z' }, true],
  [pair(undefined, 'z'), { query: 'z=1' }, false],
])('[TRC-20] %j asked of %j: %s', (condition, given, isMet) => {
  expect(meetsConditions([condition], request(given))).toBe(isMet);
  expect(meetsConditions([{ kind: 'source' }, condition], request(given))).toBe(isMet);
});
