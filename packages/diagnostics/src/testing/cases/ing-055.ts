import type { CheckCase } from './check-case.ts';
import { allClasses } from './controllers.ts';
import { host, nginxIngress, withPaths } from './nginx-ingress.ts';

const old = (...texts: Parameters<typeof withPaths> extends [unknown, ...infer Rest] ? Rest : never) =>
  withPaths(nginxIngress('old'), ...texts).createdAt('2025-01-01T00:00:00Z');
const young = (...texts: Parameters<typeof old>) => withPaths(nginxIngress('young'), ...texts);

export const ing055Cases: readonly CheckCase[] = [
  [
    'a Prefix with a slash and one without',
    [old('Prefix /p'), young('Prefix /p/', 'Prefix /x'), ...allClasses],
    1,
  ],
  ['both in one Ingress', [young('Prefix /p/', 'Prefix /p'), ...allClasses], 1],
  ['a Prefix twice after an Exact', [young('Exact /p', 'Prefix /p', 'Prefix /p'), ...allClasses], 1],
  ['Exact / in two Ingresses', [old('Exact /'), young('Exact /', 'Prefix /x'), ...allClasses], 1],
  ['all that the younger one says', [old('Prefix /p'), young('Prefix /p/'), ...allClasses], 1],
  ['a semicolon', [young('Prefix /a;b', 'Prefix /x'), ...allClasses], 1],
  ['a brace', [young('ImplementationSpecific /users/{id}', 'Prefix /x'), ...allClasses], 1],
  [
    'a redirect from www of a wildcard',
    [
      nginxIngress('wild', { 'from-to-www-redirect': 'true' }).withPath(
        '*.example.com',
        '/',
        'Prefix',
        'web',
        80,
      ),
      ...allClasses,
    ],
    1,
  ],
  [
    'a redirect from www of a name',
    [withPaths(nginxIngress('name', { 'from-to-www-redirect': 'true' }), 'Prefix /'), ...allClasses],
    0,
  ],
  ['an Exact with a slash beside a Prefix without', [old('Prefix /p'), young('Exact /p/'), ...allClasses], 0],
  ['the same Prefix twice, which is noticed', [young('Prefix /p', 'Prefix /p'), ...allClasses], 0],
  [
    'on a host of patterns',
    [withPaths(nginxIngress('young', { 'use-regex': 'true' }), 'Prefix /p', 'Prefix /p/'), ...allClasses],
    0,
  ],
  [
    'another controller',
    [old('Prefix /p').withClass('traefik'), young('Prefix /p/').withClass('traefik'), ...allClasses],
    0,
  ],
  ['of two controllers', [old('Prefix /p').withClass('traefik'), young('Prefix /p/'), ...allClasses], 0],
  [
    'on two hosts',
    [
      old('Prefix /p'),
      nginxIngress('young').withPath('b.example.com', '/p/', 'Prefix', 'web', 80),
      ...allClasses,
    ],
    0,
  ],
];

const canary = nginxIngress('canary', { canary: 'true', 'canary-weight': '10' });

export const ing056Cases: readonly CheckCase[] = [
  [
    'a canary with a rule without paths beside another one',
    [
      withPaths(nginxIngress('main'), 'Prefix /'),
      withPaths(canary, 'Prefix /').withRule({ host: 'b.example.com' }),
      ...allClasses,
    ],
    1,
  ],
  ['the only rule', [canary.withRule({ host }), ...allClasses], 1],
  ['no canary', [nginxIngress('main').withRule({ host }), ...allClasses], 0],
  ['another controller', [canary.withRule({ host }).withClass('traefik'), ...allClasses], 0],
  ['a canary with paths', [withPaths(canary, 'Prefix /'), ...allClasses], 0],
];
