import { expect, test } from 'vitest';
import { allClasses } from '../testing/cases/controllers.ts';
import { nginxIngress, withPaths } from '../testing/cases/nginx-ingress.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const asking = (annotations: Record<string, string>) =>
  withPaths(nginxIngress('asking', annotations), 'ImplementationSpecific /v[0-9]');
const plain = withPaths(nginxIngress('plain'), 'Exact /login', 'Prefix /api', 'Prefix /');

test('an Ingress whose plain paths are patterns because of another one', () => {
  expect(findingsAbout('ING-021', plain, asking({ 'use-regex': 'true' }), ...allClasses)).toMatchObject([
    {
      place: { ref: { name: 'plain' }, path: { path: '/login' } },
      related: [{ name: 'asking' }],
      title: 'Every path of a.example.com is a pattern because of shop/asking',
      happens:
        'Exact `/login` also takes `/loginxyz` and Prefix `/api` also takes `/apixyz`, in any case of letters.',
    },
  ]);
});

test.each([
  ['a rewrite', [plain, asking({ 'rewrite-target': '/new' })], 1],
  ['a rewrite to the path itself', [plain, asking({ 'rewrite-target': '/v[0-9]' })], 0],
  [
    'it asks for patterns itself',
    [
      asking({ 'use-regex': 'true' }),
      withPaths(nginxIngress('plain', { 'use-regex': 'true' }), 'Exact /login'),
    ],
    0,
  ],
  ['nothing but /', [asking({ 'use-regex': 'true' }), withPaths(nginxIngress('plain'), 'Prefix /')], 0],
  ['another controller', [plain.withClass('traefik'), asking({ 'use-regex': 'true' })], 0],
  [
    'another host',
    [
      asking({ 'use-regex': 'true' }),
      nginxIngress('plain').withPath('b.example.com', '/x', 'Exact', 'web', 80),
    ],
    0,
  ],
  ['the other one is a canary', [plain, asking({ 'use-regex': 'true', canary: 'true' })], 0],
])('%s', (_, objects, count) => {
  expect(findingsAbout('ING-021', ...objects, ...allClasses)).toHaveLength(count);
});
