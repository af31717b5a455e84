import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster } from '../index.ts';
import { listAt, numberAt, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { ask, namesIn, type Answer } from '../testing/ask.ts';
import { createManualClock, type ManualClock } from '../testing/index.ts';
import { aServiceManifest, aWorkloadManifest } from '../testing/manifests.ts';

const path = '/api/v1/namespaces/shop/services';

function setUp(): { cluster: FakeCluster; clock: ManualClock } {
  const clock = createManualClock();
  const cluster = createFakeCluster(clock);
  cluster.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  return { cluster, clock };
}

const post = (cluster: FakeCluster, json: JsonObject, query = ''): Answer =>
  ask(cluster, { method: 'POST', path, query, json });
const mergePatch = (cluster: FakeCluster, name: string, json: object): Answer =>
  ask(cluster, {
    method: 'PATCH',
    path: `${path}/${name}`,
    json,
    headers: { 'content-type': 'application/merge-patch+json' },
  });

test('picked addresses and node ports leave the lower bands to people, and none is given twice', () => {
  const { cluster } = setUp();
  const made = Array.from(
    { length: 200 },
    (_, index) => post(cluster, aServiceManifest(`s${index}`, { type: 'NodePort' })).body,
  );
  const addresses = made.map((service) => textAt(service, 'spec', 'clusterIP'));
  const ports = made.map((service) => numberAt(listAt(service, 'spec', 'ports')[0], 'nodePort'));
  expect(new Set(addresses).size).toBe(200);
  expect(new Set(ports).size).toBe(200);
  expect(addresses.every((address) => !address.startsWith('10.96.0.'))).toBe(true);
  expect(ports.every((port) => port >= 30_086 && port <= 32_767)).toBe(true);
});

test('an address is free again when its Service is gone or has become an ExternalName', () => {
  const { cluster } = setUp();
  post(cluster, aServiceManifest('a', { clusterIP: '10.96.5.5' }));
  expect(post(cluster, aServiceManifest('b', { clusterIP: '10.96.5.5' })).statusCode).toBe(422);
  mergePatch(cluster, 'a', { spec: { type: 'ExternalName', externalName: 'db.example.com' } });
  expect(post(cluster, aServiceManifest('b', { clusterIP: '10.96.5.5' })).statusCode).toBe(201);
  ask(cluster, { method: 'DELETE', path: `${path}/b` });
  expect(post(cluster, aServiceManifest('c', { clusterIP: '10.96.5.5' })).statusCode).toBe(201);
});

test('a dry run keeps nothing: no object, no address, no resourceVersion', () => {
  const { cluster } = setUp();
  const before = cluster.revision();
  const { body, statusCode } = post(cluster, aServiceManifest('a', { clusterIP: '10.96.5.5' }), 'dryRun=All');
  expect([statusCode, textAt(body, 'metadata', 'resourceVersion')]).toEqual([201, '']);
  expect([cluster.revision(), cluster.find('Service', 'shop', 'a')]).toEqual([before, undefined]);
  expect(post(cluster, aServiceManifest('b', { clusterIP: '10.96.5.5' })).statusCode).toBe(201);
});

test('a manifest without allocated values can be sent again and keeps them', () => {
  const { cluster } = setUp();
  const first = post(cluster, aServiceManifest('a', { type: 'NodePort' })).body;
  const again = ask(cluster, {
    method: 'PUT',
    path: `${path}/a`,
    json: aServiceManifest('a', { type: 'NodePort' }),
  }).body;
  expect(again).toEqual(first);
});

test('status is written by its own address only', () => {
  const { cluster } = setUp();
  post(cluster, aServiceManifest('a', { type: 'LoadBalancer' }));
  const status = { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } };
  const ignored = mergePatch(cluster, 'a', { status }).body;
  const written = mergePatch(cluster, 'a/status', { status, spec: { type: 'ClusterIP' } }).body;
  expect(listAt(ignored, 'status', 'loadBalancer', 'ingress')).toEqual([]);
  expect(listAt(written, 'status', 'loadBalancer', 'ingress')).toEqual([{ ip: '192.0.2.1', ipMode: 'VIP' }]);
  expect(textAt(written, 'spec', 'type')).toBe('LoadBalancer');
});

test('an object with a finalizer is marked and goes when the last one is taken off', () => {
  const { cluster } = setUp();
  post(cluster, { ...aServiceManifest('a'), metadata: { name: 'a', finalizers: ['example.com/hold'] } });
  ask(cluster, { method: 'DELETE', path: `${path}/a` });
  expect(cluster.find('Service', 'shop', 'a')?.metadata.deletionTimestamp).toBeDefined();
  mergePatch(cluster, 'a', { metadata: { finalizers: null } });
  expect(cluster.find('Service', 'shop', 'a')).toBeUndefined();
});

test('nothing new is made in a namespace that is going away; it goes when it is empty', () => {
  const { cluster, clock } = setUp();
  post(cluster, {
    ...aServiceManifest('hold'),
    metadata: { name: 'hold', finalizers: ['example.com/hold'] },
  });
  cluster.create(aWorkloadManifest('Deployment', 'web'));
  clock.advance(3000);
  ask(cluster, { method: 'DELETE', path: '/api/v1/namespaces/shop' });
  clock.advance(10_000);
  const refused = post(cluster, aServiceManifest('late'));
  expect([refused.statusCode, textAt(refused.body, 'message')]).toEqual([
    403,
    'services "late" is forbidden: unable to create new content in namespace shop because it is being terminated',
  ]);
  expect(cluster.list('Pod', 'shop')).toEqual([]);
  mergePatch(cluster, 'hold', { metadata: { finalizers: [] } });
  clock.advance(1000);
  expect(cluster.find('Namespace', undefined, 'shop')).toBeUndefined();
});

test('a body may hold fields named like parts of JavaScript objects', () => {
  const { cluster } = setUp();
  const body =
    '{"metadata":{"name":"odd","labels":{"__proto__":"x","constructor":"y"}},"spec":{"ports":[{"port":80}],"__proto__":{"a":1}}}';
  const made = ask(cluster, { method: 'POST', path, body });
  expect(made.statusCode).toBe(422);
  expect(made.headers['warning']).toContain('spec.__proto__');
  const labelled = body.replace('"__proto__":"x",', '');
  expect(ask(cluster, { method: 'POST', path, body: labelled }).statusCode).toBe(201);
  expect(cluster.find('Service', 'shop', 'odd')?.metadata.labels).toEqual({ constructor: 'y' });
});

test('Events are found by the object they are about', () => {
  const { cluster, clock } = setUp();
  cluster.create(
    aWorkloadManifest('Deployment', 'web', { annotations: { 'fairlead.dev/fake': 'crash-loop' } }),
  );
  clock.advance(3000);
  const [pod] = cluster.list('Pod', 'shop');
  const query = `fieldSelector=involvedObject.kind%3DPod,involvedObject.name%3D${pod?.metadata.name}`;
  const { body } = ask(cluster, { path: '/api/v1/namespaces/shop/events', query });
  expect(
    listAt(body, 'items')
      .map((event) => textAt(event, 'reason'))
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['BackOff', 'Scheduled']);
});

test('a running container has three lines of log, a waiting one none', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('StatefulSet', 'web'));
  clock.advance(100);
  const log = '/api/v1/namespaces/shop/pods/web-0/log';
  expect(ask(cluster, { path: log }).statusCode).toBe(400);
  clock.advance(3000);
  expect(ask(cluster, { path: log }).text).toBe('starting\nlistening on :8080\nready\n');
  expect(ask(cluster, { path: log, query: 'tailLines=1' }).text).toBe('ready\n');
  expect(textAt(ask(cluster, { path: log, query: 'container=nope' }).body, 'message')).toBe(
    'container nope is not valid for pod web-0',
  );
});

test('what a viewer may not read is refused kind by kind', () => {
  const { cluster } = setUp();
  const codes = ['/api/v1/services', '/api/v1/nodes', '/apis/apps/v1/statefulsets', '/apis', '/version'].map(
    (address) => ask(cluster, { path: address, identity: 'viewer' }).statusCode,
  );
  expect(codes).toEqual([200, 403, 403, 200, 200]);
  expect(ask(cluster, { path, identity: 'shop-editor' }).statusCode).toBe(200);
  expect(
    ask(cluster, { path: '/api/v1/namespaces/default/services', identity: 'shop-editor' }).statusCode,
  ).toBe(403);
});

test('discovery lists every kind that is served', () => {
  const { cluster } = setUp();
  const groups = listAt(ask(cluster, { path: '/apis' }).body, 'groups').map((group) => textAt(group, 'name'));
  expect(groups).toContain('discovery.k8s.io');
  const core = listAt(ask(cluster, { path: '/api/v1' }).body, 'resources').map((each) =>
    textAt(each, 'name'),
  );
  expect(core).toEqual(
    expect.arrayContaining([
      'namespaces',
      'nodes',
      'pods',
      'pods/log',
      'services',
      'services/status',
      'events',
    ]),
  );
  expect(textsAt(ask(cluster, { path: '/api' }).body, 'versions')).toEqual(['v1']);
});

test('two clusters of one seed make the same names', () => {
  const namesOf = (seed: number): string[] => {
    const clock = createManualClock();
    const cluster = createFakeCluster({ ...clock, seed });
    cluster.create(aWorkloadManifest('Deployment', 'web'));
    clock.advance(2000);
    return namesIn(ask(cluster, { path: '/api/v1/pods' }).body);
  };
  expect(namesOf(7)).toEqual(namesOf(7));
  expect(namesOf(7)).not.toEqual(namesOf(8));
});
