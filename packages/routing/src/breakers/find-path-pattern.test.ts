import type { ProfileName } from '../controllers/routing-profile.ts';
import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findPathPattern } from './find-path-pattern.ts';

const regexTraefik = { 'traefik.ingress.kubernetes.io/router.pathmatcher': 'PathRegexp' };
const regexHaproxy = { 'haproxy-ingress.github.io/path-type': 'regex' };

test.each<[ProfileName, string, Record<string, string>, string | undefined]>([
  ['traefik', '/a(', regexTraefik, '/a('],
  ['traefik', '/a(', {}, undefined],
  ['haproxy-ingress', '/a[', regexHaproxy, '/a['],
  ['haproxy-ingress', '/a[', {}, undefined],
  ['kong', '/~/a(', {}, '/a('],
  ['kong', '/a(', {}, undefined],
  ['contour', '/a[', {}, '/a['],
  ['contour', '/a', {}, undefined],
  ['ingress-nginx', '/a[', { 'nginx.ingress.kubernetes.io/use-regex': 'true' }, undefined],
  ['spec', '/a[', {}, undefined],
])('[BRK-7] of %s %j with %j: %j', (profile, path, annotations, pattern) => {
  const ingress = anIngress('shop/web').annotated(annotations).build();
  const backend = { service: { name: 'a', port: { number: 80 } } };
  expect(findPathPattern(profile, ingress, { path, pathType: 'ImplementationSpecific', backend })).toBe(
    pattern,
  );
  expect(findPathPattern(profile, ingress, { path, pathType: 'Prefix', backend })).toBe(undefined);
});
