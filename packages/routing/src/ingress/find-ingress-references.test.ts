import { aCluster, aNamespace, aService, anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findIngressReferences } from './find-ingress-references.ts';

const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 8080, nodePort: 30080 });
const toWeb = (port: number | string) =>
  anIngress('shop/web').withPath('shop.example.com', '/', 'Prefix', 'web', port).build();
const backendOf = (port: number | string) =>
  findIngressReferences(aCluster().with(web).build(), toWeb(port)).paths[0]?.backend;

test('[ING-7] a backend is looked for in the namespace of the Ingress only', () => {
  const reader = aCluster().with(aService('other/web')).build();
  expect(findIngressReferences(reader, toWeb(80)).paths[0]?.backend).toEqual({
    kind: 'no-service',
    name: 'web',
  });
});

test('[ING-8] a Service that is not there is missing, or hidden where Services cannot be read', () => {
  const cluster = aCluster().with(web);
  const backend = (reader: ReturnType<typeof cluster.build>) =>
    findIngressReferences(reader, toWeb(80)).paths[0]?.backend.kind;
  expect(backend(aCluster().build())).toBe('no-service');
  expect(backend(cluster.withoutAccessTo('Service', 'shop').build())).toBe('hidden');
  expect(backend(aCluster().with(aNamespace('shop')).withoutAccessTo('Service', 'pay').build())).toBe(
    'no-service',
  );
});

test('[ING-9] a number is that of the Service port, not of its target or node port', () => {
  expect(backendOf(80)).toMatchObject({ kind: 'port', portId: 'http' });
  expect(backendOf(8080)).toEqual({ kind: 'no-port', service: web.build(), wanted: '8080', isName: false });
  expect(backendOf(30080)).toMatchObject({ kind: 'no-port' });
});

test('[ING-10] a name is that of the Service port', () => {
  expect(backendOf('http')).toMatchObject({ kind: 'port', portId: 'http' });
  expect(backendOf('https')).toEqual({
    kind: 'no-port',
    service: web.build(),
    wanted: 'https',
    isName: true,
  });
  expect(backendOf('80')).toMatchObject({ kind: 'no-port', isName: true });
});

test('[ING-11] a resource is named, not followed', () => {
  const ingress = anIngress('shop/web')
    .withPathTo('', {
      path: '/static',
      pathType: 'Prefix',
      backend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'static' } },
    })
    .build();
  expect(findIngressReferences(aCluster().build(), ingress).paths[0]?.backend).toEqual({
    kind: 'resource',
    apiGroup: 'example.com',
    resourceKind: 'Bucket',
    name: 'static',
  });
});

test('[ING-12] a backend of nothing is empty; without any port it finds none; a Service goes before a resource', () => {
  const backend = (given: object) =>
    findIngressReferences(
      aCluster().with(web).build(),
      anIngress('shop/web').withPathTo('', { pathType: 'Prefix', backend: given }).build(),
    ).paths[0]?.backend;
  expect(backend({})).toEqual({ kind: 'empty' });
  expect(backend({ service: { name: 'web' } })).toMatchObject({ kind: 'no-port', wanted: '', isName: false });
  expect(
    backend({ service: { name: 'web', port: { number: 80 } }, resource: { kind: 'x', name: 'y' } }),
  ).toMatchObject({ kind: 'port' });
});

test('[ING-18] the default backend stands on its own, with rules or without', () => {
  const reader = aCluster().with(web).build();
  const lone = anIngress('shop/all').withDefaultBackend('web', 80);
  expect(findIngressReferences(reader, lone.build())).toMatchObject({
    paths: [],
    defaultBackend: { resolution: { kind: 'port', portId: 'http' } },
  });
  const both = findIngressReferences(reader, lone.withPath('', '/', 'Prefix', 'gone', 80).build());
  expect(both.defaultBackend?.resolution.kind).toBe('port');
  expect(both.paths.map(({ backend }) => backend.kind)).toEqual(['no-service']);
  expect(findIngressReferences(reader, toWeb(80)).defaultBackend).toBeUndefined();
});
