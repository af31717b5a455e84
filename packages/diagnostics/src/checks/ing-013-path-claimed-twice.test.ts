import { anIngress, anIngressClass, type IngressBuilder } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const classes = [
  anIngressClass('nginx'),
  anIngressClass('traefik').withController('traefik.io/ingress-controller'),
];
const claim = (place: string, host = 'a.example.com', path = '/', type: 'Prefix' | 'Exact' = 'Prefix') =>
  anIngress(place).withClass('nginx').withPath(host, path, type, 'web', 80);
const old = claim('x/old').createdAt('2025-01-01T00:00:00Z');
const canary = { 'nginx.ingress.kubernetes.io/canary': 'true' };

test.each<[string, readonly IngressBuilder[], readonly string[]]>([
  ['the same host, path and type', [old, claim('y/new')], ['y/new']],
  ['three of them', [old, claim('y/new'), claim('z/newer')], ['y/new', 'z/newer']],
  [
    'the same path without a host',
    [claim('x/a', ''), claim('x/b', '').createdAt('2026-01-09T00:00:00Z')],
    ['x/b'],
  ],
  ['another host', [old, claim('y/new', 'b.example.com')], []],
  ['another path', [old, claim('y/new', 'a.example.com', '/x')], []],
  ['another pathType', [old, claim('y/new', 'a.example.com', '/', 'Exact')], []],
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
])('%s', (_, ingresses, losers) => {
  const found = findingsAbout('ING-013', ...classes, ...ingresses);
  expect(found.map(({ place: { ref } }) => `${ref.namespace}/${ref.name}`).toSorted()).toEqual(losers);
});

test('of two made at the same second ingress-nginx keeps the last by name, others are assumed to keep the first', () => {
  const [nginx] = findingsAbout('ING-013', ...classes, claim('x/a'), claim('x/b'));
  expect(nginx).toMatchObject({ severity: 'error', label: 'x/b wins', related: [{ name: 'b' }] });
  const [traefik] = findingsAbout(
    'ING-013',
    ...classes,
    claim('x/a').withClass('traefik'),
    claim('x/b').withClass('traefik'),
  );
  expect(traefik).toMatchObject({
    severity: 'warning',
    label: 'x/a wins',
    happens: 'Requests for `a.example.com/` go where one of the two says. This path is assumed to get none.',
  });
});
