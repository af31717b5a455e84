import { expect, test } from 'vitest';
import { apiVersionOf, isKind, kindInfo, kinds } from './kind.ts';

test('every kind is listed once and described under its own name', () => {
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of kinds) expect(kindInfo(kind).kind).toBe(kind);
});

test('the core group has no slash in its apiVersion, the others name their group', () => {
  expect(apiVersionOf(kindInfo('Service'))).toBe('v1');
  expect(apiVersionOf(kindInfo('Ingress'))).toBe('networking.k8s.io/v1');
  expect(apiVersionOf(kindInfo('Job'))).toBe('batch/v1');
});

test.each(['Secret', '', 'service', '__proto__', 'constructor', 'toString'])(
  '%j is no watched kind',
  (text) => {
    expect(isKind(text)).toBe(false);
  },
);
