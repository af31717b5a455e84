import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster } from '../index.ts';
import { createManualClock, type ManualClock } from '../testing/index.ts';
import { aContainer, aServiceManifest, aWorkloadManifest } from '../testing/manifests.ts';

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

function setUp(options: { isDualStack?: boolean } = {}): { cluster: FakeCluster; clock: ManualClock } {
  const clock = createManualClock();
  return { clock, cluster: createFakeCluster({ ...clock, ...options }) };
}

const slicesOf = (cluster: FakeCluster): ReturnType<typeof cluster.list<'EndpointSlice'>> =>
  cluster.list('EndpointSlice', 'shop');

test('a named targetPort is looked up in each Pod: Pods with other numbers go to another slice', () => {
  const { cluster, clock } = setUp();
  cluster.create(aServiceManifest('web', { ports: [{ port: 80, targetPort: 'http' }] }));
  for (const [name, port] of [
    ['one', 8080],
    ['two', 9090],
    ['none', undefined],
  ] as const) {
    const ports = port === undefined ? [] : [{ name: 'http', containerPort: port }];
    cluster.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'shop', labels: { app: 'web' } },
      spec: { containers: [aContainer({ ports })] },
    });
  }
  clock.advance(3000);
  const seen = slicesOf(cluster).map(({ ports, endpoints }) => [
    ports?.map(({ port }) => port) ?? null,
    endpoints?.map(({ targetRef }) => targetRef?.name),
  ]);
  expect(seen).toHaveLength(3);
  expect(seen).toEqual(
    expect.arrayContaining([
      [[8080], ['one']],
      [[9090], ['two']],
      [null, ['none']],
    ]),
  );
});

test('a protocol that differs hides the named port; a sidecar shows its own', () => {
  const { cluster, clock } = setUp();
  cluster.create(
    aServiceManifest('web', {
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP', targetPort: 'dns' },
        { name: 'm', port: 90, targetPort: 'metrics' },
      ],
    }),
  );
  cluster.create(
    aWorkloadManifest('Deployment', 'web', {
      container: { ports: [{ name: 'dns', containerPort: 53, protocol: 'TCP' }] },
      podSpec: {
        initContainers: [
          { name: 'setup', image: 'a:1', ports: [{ name: 'metrics', containerPort: 1 }] },
          {
            name: 'side',
            image: 'a:1',
            restartPolicy: 'Always',
            ports: [{ name: 'metrics', containerPort: 9100 }],
          },
        ],
      },
    }),
  );
  clock.advance(3000);
  expect(slicesOf(cluster).map(({ ports }) => ports)).toEqual([[{ name: 'm', protocol: 'TCP', port: 9100 }]]);
});

test('a Pod that ends is serving and terminating, no longer ready, until it is gone', () => {
  const { cluster, clock } = setUp();
  cluster.create(aServiceManifest('web'));
  cluster.create(aWorkloadManifest('Deployment', 'web'));
  clock.advance(3000);
  cluster.patch({ kind: 'Deployment', namespace: 'shop', name: 'web' }, { spec: { replicas: 0 } });
  clock.advance(200);
  const conditions = (): unknown =>
    slicesOf(cluster).flatMap(({ endpoints }) => endpoints?.map((each) => each.conditions) ?? []);
  expect(conditions()).toEqual([{ ready: false, serving: true, terminating: true }]);
  clock.advance(3000);
  expect(conditions()).toEqual([]);
});

test('publishNotReadyAddresses makes every endpoint ready', () => {
  const { cluster, clock } = setUp();
  cluster.create(aServiceManifest('web', { publishNotReadyAddresses: true, clusterIP: 'None' }));
  cluster.create(
    aWorkloadManifest('Deployment', 'web', { annotations: { 'fairlead.dev/fake': 'not-ready' } }),
  );
  clock.advance(3000);
  const [slice] = slicesOf(cluster);
  expect(slice?.endpoints?.[0]?.conditions).toEqual({ ready: true, serving: false, terminating: false });
  expect(slice?.metadata.labels).toHaveProperty(['service.kubernetes.io/headless'], '');
});

test('an endpoint says its Node and zone, and its hostname where the subdomain is the Service', () => {
  const { cluster, clock } = setUp();
  cluster.create(aServiceManifest('db', { trafficDistribution: 'PreferSameZone' }));
  cluster.create(aWorkloadManifest('StatefulSet', 'db', { spec: { serviceName: 'db' } }));
  clock.advance(3000);
  expect(slicesOf(cluster)[0]?.endpoints?.[0]).toMatchObject({
    hostname: 'db-0',
    nodeName: 'node-a',
    zone: 'a',
    hints: { forZones: [{ name: 'a' }] },
  });
});

test('a dual-stack Service has a slice for each family', () => {
  const { cluster, clock } = setUp({ isDualStack: true });
  cluster.create(aServiceManifest('web', { ipFamilyPolicy: 'RequireDualStack' }));
  cluster.create(aWorkloadManifest('Deployment', 'web'));
  clock.advance(3000);
  expect(
    slicesOf(cluster)
      .map(({ addressType, endpoints }) => [addressType, endpoints?.length])
      .toSorted(byText),
  ).toEqual([
    ['IPv4', 1],
    ['IPv6', 1],
  ]);
  const { clusterIPs } = cluster.find('Service', 'shop', 'web')?.spec ?? {};
  expect(clusterIPs).toEqual([expect.stringMatching(/^10\./), expect.stringMatching(/^fd00:10:96::/)]);
});

test('a slice holds at most 100 endpoints, and endpoints stay in their slice', () => {
  const { cluster, clock } = setUp();
  cluster.create(aServiceManifest('web'));
  cluster.create(aWorkloadManifest('Deployment', 'web', { spec: { replicas: 150 } }));
  clock.advance(5000);
  const before = slicesOf(cluster);
  expect(before.map(({ endpoints }) => endpoints?.length).toSorted(byText)).toEqual([100, 50]);
  cluster.patch({ kind: 'Deployment', namespace: 'shop', name: 'web' }, { spec: { replicas: 149 } });
  clock.advance(5000);
  const after = slicesOf(cluster);
  expect(after.map(({ metadata }) => metadata.name)).toEqual(before.map(({ metadata }) => metadata.name));
  expect(after.reduce((sum, { endpoints }) => sum + (endpoints?.length ?? 0), 0)).toBe(149);
});

test('a Service without selector gets no slices, and hand-made slices are left alone', () => {
  const { cluster, clock } = setUp();
  cluster.create({ ...aServiceManifest('db'), spec: { ports: [{ port: 5432 }] } });
  cluster.create({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'db-1', namespace: 'shop', labels: { 'kubernetes.io/service-name': 'db' } },
    addressType: 'IPv4',
    endpoints: [{ addresses: ['192.0.2.10'] }],
    ports: [{ name: '', port: 5432 }],
  });
  clock.advance(5000);
  expect(slicesOf(cluster).map(({ metadata }) => metadata.name)).toEqual(['db-1']);
});

test('a deleted slice comes back, and a deleted Service takes its slices along', () => {
  const { cluster, clock } = setUp();
  cluster.create(aServiceManifest('web'));
  clock.advance(1000);
  const name = slicesOf(cluster)[0]?.metadata.name ?? '';
  cluster.remove({ kind: 'EndpointSlice', namespace: 'shop', name });
  clock.advance(1000);
  expect(slicesOf(cluster)).toHaveLength(1);
  cluster.remove({ kind: 'Service', namespace: 'shop', name: 'web' });
  clock.advance(1000);
  expect(slicesOf(cluster)).toEqual([]);
});
