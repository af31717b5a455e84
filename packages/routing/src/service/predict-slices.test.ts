import { OverlaidReader, type ObjectReader, type Service } from '@fairlead/kube-objects';
import {
  aCluster,
  aPod,
  aService,
  aSlice,
  endpointsOf,
  type Buildable,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findServiceEndpoints } from './find-service-endpoints.ts';
import { predictSliceChanges, predictSlices } from './predict-slices.ts';

const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 'http' }).selecting({ app: 'web' });
const pods = [
  aPod('shop/a').labelled({ app: 'web' }).withContainerPort('http', 8080),
  aPod('shop/b').labelled({ app: 'web' }).withContainerPort('http', 9090).notReady(),
  aPod('shop/c').labelled({ app: 'web' }).withContainerPort('http', 8080).terminating(),
  aPod('shop/d').labelled({ app: 'web' }).inPhase('Failed'),
  aPod('shop/e').labelled({ app: 'web' }).withIps('192.0.2.9', '2001:db8::9'),
  aPod('shop/f').labelled({ app: 'api' }).withContainerPort('http', 3000),
] as const;

const cluster = (...objects: readonly Buildable[]): ObjectReader =>
  aCluster()
    .with(...pods, ...objects)
    .withEndpoints()
    .build();

const readyAfter = (reader: ObjectReader, before: Service | undefined, after: Service): number => {
  const changes = predictSliceChanges(reader, { before, after });
  const draft = new OverlaidReader(reader, [{ op: 'put', object: after }, ...changes]);
  return findServiceEndpoints(draft, after).readyCount;
};

test.each([
  ['a named port', web],
  ['a number', web.withSpec({ ports: [{ port: 80, targetPort: 8080 }] })],
  ['Pods published before they are ready', web.publishingNotReady()],
  ['both families', web.withFamilies('IPv4', 'IPv6')],
  ['a headless Service', web.headless()],
  ['no Pod', web.selecting({ app: 'none' })],
])('slices are those that the controller writes: %s', (_, service) => {
  const reader = cluster();
  const wanted = endpointsOf(service, pods);
  const predicted = predictSlices(reader, service.build());
  const plain = (slices: typeof predicted): unknown =>
    slices.map(({ addressType, ports, endpoints }) => ({ addressType, ports, endpoints }));
  expect(plain(predicted)).toEqual(plain(wanted));
});

test('a selector that is mended has endpoints at once', () => {
  const wrong = web.selecting({ app: 'wbe' });
  const reader = cluster(wrong);
  expect(findServiceEndpoints(reader, wrong.build()).readyCount).toBe(0);
  expect(readyAfter(reader, wrong.build(), web.build())).toBe(1);
  expect(readyAfter(reader, undefined, web.build())).toBe(1);
});

test('slices stay where nothing changes that decides them, and where a Service loses its selector', () => {
  const before = web.build();
  const reader = cluster(web);
  expect(predictSliceChanges(reader, { before, after: web.labelled({ team: 'shop' }).build() })).toEqual([]);
  expect(predictSliceChanges(reader, { before, after: web.selecting({}).build() })).toEqual([]);
});

test('with a Service its slices go, those that others wrote stay', () => {
  const own = aSlice('shop/manual').of('web').withPort(80, { name: 'http' }).withEndpoint('192.0.2.1');
  const changes = predictSliceChanges(cluster(web, own), { before: web.build(), after: undefined });
  expect(changes.every(({ op }) => op === 'remove')).toBe(true);
  expect(changes.length).toBeGreaterThan(0);
  expect(changes).not.toContainEqual({ op: 'remove', key: 'EndpointSlice/shop/manual' });
});

test('nothing is foretold where Pods cannot be read', () => {
  const reader = aCluster().with(web).withoutAccessTo('Pod', 'shop').build();
  expect(predictSliceChanges(reader, { before: undefined, after: web.build() })).toEqual([]);
});
