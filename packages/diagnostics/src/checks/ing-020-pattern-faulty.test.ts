import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses, type ClassName } from '../testing/cases/controllers.ts';
import { nginxIngress, withPaths } from '../testing/cases/nginx-ingress.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const path = (className: ClassName, text: string, annotations: Record<string, string> = {}) =>
  anIngress('shop/web')
    .withClass(className)
    .annotated(annotations)
    .withPath('a.example.com', text, 'ImplementationSpecific', 'web', 80);
const regexOfNginx = { 'nginx.ingress.kubernetes.io/use-regex': 'true' };
const regexOfTraefik = { 'traefik.ingress.kubernetes.io/router.pathmatcher': 'PathRegexp' };

test.each<[ClassName, string, Record<string, string>, number]>([
  ['nginx', '/a(b', regexOfNginx, 1],
  ['nginx', '/a(b)', regexOfNginx, 0],
  ['nginx', '/a(b', {}, 0],
  ['traefik', '/a[b', regexOfTraefik, 1],
  ['traefik', '/a[b', {}, 0],
  ['kong', '/~/a)', {}, 1],
  ['kong', '/a)', {}, 0],
  ['contour', '/a[', {}, 1],
  ['haproxy', '/a\\', { 'haproxy-ingress.github.io/path-type': 'regex' }, 1],
  ['own', '/a(', regexOfNginx, 0],
])('%s, %s with %j', (className, text, annotations, count) => {
  expect(findingsAbout('ING-020', path(className, text, annotations), ...allClasses)).toHaveLength(count);
});

test('with ingress-nginx it stops everything, also where another Ingress asks for the patterns', () => {
  const plain = withPaths(nginxIngress('plain'), 'Exact /a(b');
  const asking = withPaths(nginxIngress('asking', { 'use-regex': 'true' }), 'ImplementationSpecific /x');
  expect(findingsAbout('ING-020', plain, asking, ...allClasses)).toMatchObject([
    {
      place: { ref: { name: 'plain' } },
      title: '`/a(b` is no regular expression: a parenthesis is not closed, or closed without being opened',
      happens: expect.stringContaining('no change of any Ingress'),
      why: expect.stringMatching(/^Another Ingress of the host/),
    },
  ]);
});
