import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses, type ClassName } from '../testing/cases/controllers.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const wild = (className: string, host = '*.example.com') =>
  anIngress('shop/web').withClass(className).withPath(host, '/', 'Prefix', 'web', 80);

test.each<[ClassName, number]>([
  ['istio', 1],
  ['kong', 1],
  ['f5', 1],
  ['alb', 1],
  ['nginx', 0],
  ['traefik', 0],
  ['contour', 0],
  ['haproxy', 0],
  ['own', 0],
])('a wildcard with %s', (className, count) => {
  expect(findingsAbout('ING-038', wild(className), ...allClasses)).toHaveLength(count);
});

test('each wildcard once, and no plain host', () => {
  const ingress = wild('istio')
    .withPath('a.example.com', '/', 'Prefix', 'web', 80)
    .withPath('*.example.com', '/x', 'Prefix', 'web', 80)
    .withPath('*.example.org', '/', 'Prefix', 'web', 80);
  const found = findingsAbout('ING-038', ingress, ...allClasses);
  expect(found.map(({ severity, title }) => `${severity} ${title}`)).toEqual([
    'info Istio lets `*.example.com` match `a.b.example.com`',
    'info Istio lets `*.example.org` match `a.b.example.org`',
  ]);
});
