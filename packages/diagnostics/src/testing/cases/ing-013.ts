import { anIngress, type IngressBuilder } from '@fairlead/kube-objects/testing';

export const claim = (
  place: string,
  host = 'a.example.com',
  path = '/',
  type: 'Prefix' | 'Exact' | 'ImplementationSpecific' = 'Prefix',
) => anIngress(place).withClass('nginx').withPath(host, path, type, 'web', 80);
const old = claim('x/old').createdAt('2025-01-01T00:00:00Z');
const canary = { 'nginx.ingress.kubernetes.io/canary': 'true' };

export const ing013Cases: readonly (readonly [string, readonly IngressBuilder[], readonly string[]])[] = [
  ['the same host, path and type', [old, claim('y/new')], ['y/new']],
  [
    'each has another path beside it',
    [
      old.withPath('a.example.com', '/o', 'Prefix', 'web', 80),
      claim('y/new').withPath('b.example.com', '/n', 'Prefix', 'web', 80),
    ],
    ['y/new'],
  ],
  [
    'three of them, each with another path',
    ['x/one', 'y/two', 'z/three'].map((place) =>
      claim(place).withPath(`${place[0]}.example.com`, '/', 'Exact', 'web', 80),
    ),
    ['x/one', 'y/two'],
  ],
  [
    'twice in the Ingress that loses',
    [
      old,
      claim('y/new')
        .withPath('', '/n', 'Prefix', 'web', 80)
        .withPath('a.example.com', '/', 'Prefix', 'web', 80),
    ],
    ['y/new'],
  ],
  ['three of them', [old, claim('y/new'), claim('z/newer')], ['y/new', 'z/newer']],
  [
    'the same path without a host',
    [claim('x/a', ''), claim('x/b', '').createdAt('2026-01-09T00:00:00Z')],
    ['x/b'],
  ],
  ['another host', [old, claim('y/new', 'b.example.com')], []],
  ['another path', [old, claim('y/new', 'a.example.com', '/x')], []],
  ['another pathType', [old, claim('y/new', 'a.example.com', '/', 'Exact')], []],
  [
    'ImplementationSpecific is Prefix for ingress-nginx',
    [old, claim('y/new', 'a.example.com', '/', 'ImplementationSpecific')],
    ['y/new'],
  ],
  [
    'ImplementationSpecific and Prefix with another controller: nobody can tell',
    [
      old.withClass('traefik'),
      claim('y/new', 'a.example.com', '/', 'ImplementationSpecific').withClass('traefik'),
    ],
    [],
  ],
  ['another class', [old, claim('y/new').withClass('traefik')], []],
  ['a canary of it', [old, claim('y/new').annotated(canary)], []],
  [
    'canary: false is none',
    [old, claim('y/new').annotated({ ...canary, 'nginx.ingress.kubernetes.io/canary': 'false' })],
    ['y/new'],
  ],
  [
    'the class by field and by annotation',
    [
      old,
      anIngress('y/new').withClassAnnotation('nginx').withPath('a.example.com', '/', 'Prefix', 'web', 80),
    ],
    ['y/new'],
  ],
  [
    'a class that does not exist: nobody serves them',
    [old.withClass('no'), claim('y/new').withClass('no')],
    [],
  ],
  [
    'no class: nobody can tell',
    [claim('x/a').withSpec({ ingressClassName: '' }), claim('y/b').withSpec({ ingressClassName: '' })],
    [],
  ],
  [
    'twice in one Ingress: not between two',
    [claim('x/a').withPath('a.example.com', '/', 'Prefix', 'other', 80)],
    [],
  ],
];
