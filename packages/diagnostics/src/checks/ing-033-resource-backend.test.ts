import { anIngress, type Buildable } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses } from '../testing/cases/controllers.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const resource = { kind: 'Bucket', name: 'files' };
const toBucket = (className: string) =>
  anIngress('shop/web')
    .withClass(className)
    .withPathTo('a.example.com', { path: '/', pathType: 'Prefix', backend: { resource } });

test.each<[string, Buildable, number]>([
  ['ingress-nginx', toBucket('nginx'), 1],
  ['Traefik', toBucket('traefik'), 1],
  ['AWS', toBucket('alb'), 1],
  [
    'a default backend',
    anIngress('shop/web').withClass('kong').withSpec({ defaultBackend: { resource } }),
    1,
  ],
  ['a controller that is not known here', toBucket('own'), 0],
  ['a class that does not exist', toBucket('nope'), 0],
  ['a Service', anIngress('shop/web').withClass('nginx').withPath('', '/', 'Prefix', 'web', 80), 0],
])('%s', (_, ingress, count) => {
  expect(findingsAbout('ING-033', ingress, ...allClasses)).toHaveLength(count);
});

test('it names the resource', () => {
  const [found] = findingsAbout('ING-033', toBucket('nginx'), ...allClasses);
  expect(found).toMatchObject({
    severity: 'error',
    title: 'ingress-nginx cannot send requests to Bucket files',
    requests: ['a.example.com/'],
  });
});

test.each([
  ['', '', 'a resource'],
  ['Bucket', '', 'a resource of kind Bucket'],
  ['', 'files', 'resource files'],
])('one that is still being typed, of kind "%s" and name "%s", is %s', (kind, name, words) => {
  const ingress = anIngress('shop/web')
    .withClass('nginx')
    .withSpec({ defaultBackend: { resource: { kind, name } } });
  const [found] = findingsAbout('ING-033', ingress, ...allClasses);
  expect(found?.title).toBe(`ingress-nginx cannot send requests to ${words}`);
});
