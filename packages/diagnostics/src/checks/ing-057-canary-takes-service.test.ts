import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses } from '../testing/cases/controllers.ts';
import { nginxIngress, withPaths } from '../testing/cases/nginx-ingress.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const canary = (day: number) =>
  withPaths(nginxIngress('canary', { canary: 'true', 'canary-weight': '10' }), 'Prefix /').createdAt(
    `2025-01-0${day}T00:00:00Z`,
  );
const other = anIngress('shop/other')
  .withClass('nginx')
  .withPath('b.example.com', '/x', 'Prefix', 'web', 80)
  .createdAt('2025-01-05T00:00:00Z');

test('a canary that names a Service first takes it from ordinary Ingresses', () => {
  expect(findingsAbout('ING-057', canary(1), other, ...allClasses)).toMatchObject([
    {
      place: { ref: { name: 'canary' } },
      related: [{ name: 'other' }],
      title: 'Canary shop/canary takes Service web, port `80`, from shop/other',
      happens: 'Requests for `b.example.com/x` get 404, or go to a shorter path.',
      requests: ['b.example.com/x'],
    },
  ]);
});

test.each([
  ['it is the younger one', [canary(6), other]],
  ['another Service', [canary(1), other.withSpec({ rules: [] })]],
  ['the other is of another controller', [canary(1), other.withClass('traefik')]],
  [
    'the other is a canary as well',
    [canary(1), other.annotated({ 'nginx.ingress.kubernetes.io/canary': 'true' })],
  ],
])('nothing where %s', (_, objects) => {
  expect(findingsAbout('ING-057', ...objects, ...allClasses)).toEqual([]);
});
