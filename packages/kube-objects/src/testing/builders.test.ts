import { expect, test } from 'vitest';
import { aCluster, aDeployment, aPod, aService, anIngress, endpointsOf } from './index.ts';

test('a builder may be reused: its methods leave it as it was', () => {
  const web = aService('shop/web');
  web.withPort(8080).selecting({ app: 'web' });
  expect(web.build().spec).toEqual(aService('shop/web').build().spec);
});

test('built objects are frozen to the last part', () => {
  const pod = aPod('shop/web-1').labelled({ app: 'web' }).build();
  expect(Object.isFrozen(pod.status?.conditions?.[0])).toBe(true);
  expect(Object.isFrozen(pod.metadata.labels)).toBe(true);
});

test('paths of one host written one after the other share a rule', () => {
  const ingress = anIngress('shop/web')
    .withPath('a.example.com', '/', 'Prefix', 'web', 80)
    .withPath('a.example.com', '/cart', 'Exact', 'cart', 'http')
    .withPath('', '/', 'Prefix', 'web', 80)
    .build();
  expect(ingress.spec.rules?.map(({ host, http }) => [host, http?.paths.length])).toEqual([
    ['a.example.com', 2],
    [undefined, 1],
  ]);
});

test('endpointsOf publishes what the endpoint slice controller would: one slice per set of port numbers', () => {
  const service = aService('shop/web')
    .withPort(80, { name: 'http', targetPort: 'http' })
    .selecting({ app: 'web' });
  const pod = (name: string) => aPod(`shop/${name}`).labelled({ app: 'web' });
  const slices = endpointsOf(service, [
    pod('a').withContainerPort('http', 8080),
    pod('b').withContainerPort('http', 9090).notReady(),
    pod('c').withContainerPort('http', 8080).terminating(),
    pod('unresolved'),
    pod('done').inPhase('Succeeded'),
    pod('waiting').withoutIp(),
    aPod('other/x').labelled({ app: 'web' }),
  ]);
  expect(
    slices.map(({ ports, endpoints }) => [
      ports?.map(({ name, port }) => `${name}:${port}`),
      endpoints?.map(({ targetRef, conditions }) => [targetRef?.name, conditions]),
    ]),
  ).toEqual([
    [
      ['http:8080'],
      [
        ['a', { ready: true, serving: true, terminating: false }],
        ['c', { ready: false, serving: true, terminating: true }],
      ],
    ],
    [['http:9090'], [['b', { ready: false, serving: false, terminating: false }]]],
    [[], [['unresolved', { ready: true, serving: true, terminating: false }]]],
  ]);
});

test('endpointsOf publishes a dual-stack Service in both families', () => {
  const service = aService('shop/web').selecting({ app: 'web' }).withFamilies('IPv4', 'IPv6');
  const pod = aPod('shop/a').labelled({ app: 'web' }).withIps('10.0.0.1', 'fd00::1');
  expect(
    endpointsOf(service, [pod]).map((slice) => [slice.addressType, slice.endpoints?.[0]?.addresses]),
  ).toEqual([
    ['IPv4', ['10.0.0.1']],
    ['IPv6', ['fd00::1']],
  ]);
});

test('a built cluster knows every kind', () => {
  const store = aCluster().with(aDeployment('shop/web'), aService('shop/web')).build();
  expect(store.isKnown('Pod')).toBe(true);
  expect(store.find('Deployment', 'shop', 'web')?.spec.replicas).toBe(1);
});

test('without access to a kind in one namespace the others stay known', () => {
  const store = aCluster().with(aPod('shop/a'), aPod('hidden/b')).withoutAccessTo('Pod', 'hidden').build();
  expect(store.isKnown('Pod', 'shop')).toBe(true);
  expect(store.isKnown('Pod', 'hidden')).toBe(false);
  expect(store.isKnown('Pod')).toBe(false);
  expect(store.find('Pod', 'hidden', 'b')).toBeUndefined();
});
