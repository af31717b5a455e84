import { ObjectStore, type Ingress } from '@fairlead/kube-objects';
import { anIngress, anIngressClass, aService, aSlice } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { specProfile } from '../controllers/spec.ts';
import { findVerdict } from './find-verdict.ts';
import { buildRoutingIndex } from './routing-index.ts';

function askerFor(...ingresses: readonly Ingress[]) {
  const reader = new ObjectStore();
  const behind = ['one', 'two'].flatMap((name) => [
    aService(`shop/${name}`).withPort(80, { targetPort: 8080 }).build(),
    aSlice(`shop/${name}-1`)
      .of(name)
      .withPort(8080)
      .withEndpoint(name === 'one' ? '10.0.0.1' : '10.0.0.2')
      .build(),
  ]);
  const objects = [anIngressClass('web').build(), ...behind, ...ingresses];
  reader.apply(objects.map((object) => ({ op: 'put', object })));
  const kinds = ['Service', 'Ingress', 'IngressClass', 'EndpointSlice', 'Pod'] as const;
  reader.setAccess(kinds.map((kind) => ({ kind, namespace: undefined, state: 'ready' })));
  const index = buildRoutingIndex({ reader }, specProfile);
  return (url: string) => {
    const [host = '', path = ''] = url.split('|');
    const { routeId, hostRule, service, endpoints } = findVerdict(index, {
      method: 'GET',
      scheme: 'http',
      host,
      path,
    });
    return { routeId, hostRule, service, endpoints };
  };
}

const webIngress = (id: string) => anIngress(id).withClass('web');

test('[TRC-15] a rule that was asked for before answers its own paths and no others', () => {
  const ask = askerFor(
    webIngress('shop/a')
      .withPath('a.example.com', '/', 'Prefix', 'one', 80)
      .withPath('a.example.com', '/api', 'Prefix', 'two', 80)
      .build(),
  );
  const atRoot = {
    routeId: 'shop/a 0 0',
    hostRule: 'a.example.com',
    service: 'shop/one',
    endpoints: ['10.0.0.1:8080'],
  };
  const atApi = {
    routeId: 'shop/a 0 1',
    hostRule: 'a.example.com',
    service: 'shop/two',
    endpoints: ['10.0.0.2:8080'],
  };
  for (const path of ['/', '/x', '/apis', '/']) expect(ask(`a.example.com|${path}`)).toEqual(atRoot);
  for (const path of ['/api', '/api/', '/api/x?y', '/api'])
    expect(ask(`a.example.com|${path}`)).toEqual(atApi);
  expect(ask('A.example.com:80|/api')).toEqual(atApi);
});

test('[TRC-15] hosts with the same paths and one Service keep their own names', () => {
  const ask = askerFor(
    webIngress('shop/a').withPath('a.example.com', '/', 'Prefix', 'one', 80).build(),
    webIngress('shop/b').withPath('b.example.com', '/', 'Prefix', 'one', 80).build(),
    webIngress('shop/c').withPath('c.example.com', '/', 'Prefix', 'two', 80).build(),
  );
  for (const name of ['a', 'b', 'a', 'b', 'c', 'c'])
    expect(ask(`${name}.example.com|/`)).toMatchObject({
      routeId: `shop/${name} 0 0`,
      hostRule: `${name}.example.com`,
      service: name === 'c' ? 'shop/two' : 'shop/one',
    });
});

test('[TRC-15] a thousand hosts keep their own verdicts', () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `h${at}`);
  const ask = askerFor(
    ...names.map((name) =>
      webIngress(`shop/${name}`).withPath(`${name}.example.com`, '/', 'Prefix', 'one', 80).build(),
    ),
  );
  for (const name of [...names, ...names])
    expect(ask(`${name}.example.com|/x`).routeId).toBe(`shop/${name} 0 0`);
});

test('[TRC-15] a host without rules stays without any, whatever was asked for before', () => {
  const ask = askerFor(webIngress('shop/a').withPath('a.example.com', '/', 'Prefix', 'one', 80).build());
  for (const host of ['x.example.com', 'y.example.com', 'x.example.com'])
    expect(ask(`${host}|/`).routeId).toBeNull();
  expect(ask('a.example.com|/').routeId).toBe('shop/a 0 0');
});
