import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses, type ClassName } from '../testing/cases/controllers.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const rule = (
  name: string,
  host: string,
  { path = '/', className = 'nginx' }: { readonly path?: string; readonly className?: ClassName } = {},
) => anIngress(`shop/${name}`).withClass(className).withPath(host, path, 'Prefix', 'web', 80);
const found = (...objects: readonly ReturnType<typeof rule>[]) =>
  findingsAbout('ING-039', aService('shop/web').withPort(80), ...objects, ...allClasses);

test('a host of its own hides the paths of its wildcard', () => {
  expect(found(rule('own', 'a.example.com', { path: '/own' }), rule('wild', '*.example.com'))).toMatchObject([
    {
      severity: 'info',
      place: { ref: { name: 'own' } },
      related: [{ name: 'wild' }],
      title: 'a.example.com is excluded from *.example.com',
      happens: '`http://a.example.com/` finds no rule, though shop/wild has one for the wildcard.',
      fixes: [],
    },
  ]);
});

test('nothing where the host answers all of them, or is not under the wildcard, or the Ingress has both', () => {
  const wild = rule('wild', '*.example.com');
  expect(found(rule('own', 'a.example.com'), wild)).toEqual([]);
  expect(found(rule('own', 'a.b.example.com', { path: '/own' }), wild)).toEqual([]);
  expect(found(rule('own', 'a.example.com', { path: '/own', className: 'traefik' }), wild)).toEqual([]);
  expect(found(wild.withPath('a.example.com', '/own', 'Prefix', 'web', 80))).toEqual([]);
});
