import { expect, test } from 'vitest';
import { orderPathClaims, type PathClaim } from './order-paths.ts';

const claim = (path: string, pathType: string, name = 'shop', createdAt?: string): PathClaim => ({
  ingress: { kind: 'Ingress', namespace: 'shop', name },
  createdAt,
  path,
  pathType,
});
const order = (...claims: readonly PathClaim[]): readonly string[] =>
  orderPathClaims(claims).map(({ path, pathType, ingress }) => `${path} ${pathType} ${ingress.name}`);

test('[ING-29] the longest path first, Exact before Prefix, what the controller decides last', () => {
  expect(
    order(
      claim('/', 'Prefix'),
      claim('/api', 'ImplementationSpecific'),
      claim('/api', 'Prefix'),
      claim('/api/orders', 'Prefix'),
      claim('/api', 'Exact'),
    ),
  ).toEqual([
    '/api/orders Prefix shop',
    '/api Exact shop',
    '/api Prefix shop',
    '/api ImplementationSpecific shop',
    '/ Prefix shop',
  ]);
});

test('[ING-30] of the same path the older Ingress first, one that is not stored last', () => {
  expect(
    order(
      claim('/', 'Prefix', 'mine'),
      claim('/', 'Prefix', 'young', '2026-02-01T00:00:00Z'),
      claim('/', 'Prefix', 'old', '2025-02-01T00:00:00Z'),
      claim('/', 'Prefix', 'also-old', '2025-02-01T00:00:00Z'),
    ),
  ).toEqual(['/ Prefix also-old', '/ Prefix old', '/ Prefix young', '/ Prefix mine']);
});
