import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster } from '../index.ts';
import { createManualClock, type ManualClock } from '../testing/index.ts';
import { aWorkloadManifest } from '../testing/manifests.ts';

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

function setUp(): { cluster: FakeCluster; clock: ManualClock } {
  const clock = createManualClock();
  return { clock, cluster: createFakeCluster(clock) };
}

const podNames = (cluster: FakeCluster): string[] =>
  cluster.list('Pod', 'shop').map(({ metadata }) => metadata.name);
const readyPods = (cluster: FakeCluster): number =>
  cluster
    .list('Pod', 'shop')
    .filter(({ status }) =>
      status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
    ).length;

test('a Pod is not ready before its kubelet has taken about a second', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web'));
  clock.advance(900);
  expect(cluster.list('Pod', 'shop').map(({ status }) => [status?.phase, status?.podIP])).toEqual([
    ['Pending', undefined],
  ]);
  expect(readyPods(cluster)).toBe(0);
  clock.advance(300);
  expect(cluster.list('Pod', 'shop').map(({ status }) => status?.phase)).toEqual(['Running']);
  expect(readyPods(cluster)).toBe(1);
});

test('scaling a Deployment down ends Pods gracefully, then removes them', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web', { spec: { replicas: 3 } }));
  clock.advance(3000);
  cluster.patch({ kind: 'Deployment', namespace: 'shop', name: 'web' }, { spec: { replicas: 1 } });
  clock.advance(100);
  expect(
    cluster.list('Pod', 'shop').filter(({ metadata }) => metadata.deletionTimestamp !== undefined),
  ).toHaveLength(2);
  clock.advance(3000);
  expect(podNames(cluster)).toHaveLength(1);
  expect(cluster.find('Deployment', 'shop', 'web')?.status?.replicas).toBe(1);
});

test('a changed template replaces all Pods while enough of them stay ready', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web', { spec: { replicas: 4 } }));
  clock.advance(3000);
  const before = podNames(cluster);
  const containers = [{ name: 'main', image: 'registry.example.com/main:2' }];
  cluster.patch(
    { kind: 'Deployment', namespace: 'shop', name: 'web' },
    { spec: { template: { spec: { containers } } } },
  );
  let fewest = 4;
  for (let step = 0; step < 200; step += 1) {
    clock.advance(100);
    fewest = Math.min(fewest, readyPods(cluster));
  }
  expect(fewest).toBeGreaterThanOrEqual(3);
  expect(podNames(cluster)).toHaveLength(4);
  expect(podNames(cluster).filter((name) => before.includes(name))).toEqual([]);
  expect(
    cluster
      .list('ReplicaSet', 'shop')
      .map(({ status }) => status?.replicas)
      .toSorted(byText),
  ).toEqual([0, 4]);
  const [progressing] = (cluster.find('Deployment', 'shop', 'web')?.status?.conditions ?? []).filter(
    ({ type }) => type === 'Progressing',
  );
  expect(progressing?.reason).toBe('NewReplicaSetAvailable');
});

test.each([
  ['crash-loop', 'Running', 'CrashLoopBackOff', true],
  ['image-pull', 'Pending', 'ImagePullBackOff', true],
  ['pending', 'Pending', 'ContainerCreating', false],
  ['not-ready', 'Running', undefined, true],
])('a Pod annotated fairlead.dev/fake: %s never becomes ready', (fake, phase, reason, hasAddress) => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web', { annotations: { 'fairlead.dev/fake': fake } }));
  clock.advance(60_000);
  const [pod] = cluster.list('Pod', 'shop');
  expect(pod?.status?.phase).toBe(phase);
  expect(pod?.status?.containerStatuses?.[0]?.state?.waiting?.reason).toBe(reason);
  expect(pod?.status?.podIP !== undefined).toBe(hasAddress);
  expect(readyPods(cluster)).toBe(0);
});

test('a readiness probe on a port name that the container lacks never succeeds', () => {
  const { cluster, clock } = setUp();
  const probe = (port: string): object => ({ readinessProbe: { httpGet: { path: '/', port } } });
  cluster.create(aWorkloadManifest('Deployment', 'bad', { container: { ...probe('web') } }));
  cluster.create(aWorkloadManifest('Deployment', 'good', { container: { ...probe('http') } }));
  clock.advance(5000);
  expect(readyPods(cluster)).toBe(1);
});

test('a Deployment says which revision of its template is rolled out', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web'));
  const revision = (): unknown =>
    cluster.find('Deployment', 'shop', 'web')?.metadata.annotations?.['deployment.kubernetes.io/revision'];
  clock.advance(3000);
  expect(revision()).toBe('1');
  const containers = [{ name: 'main', image: 'registry.example.com/main:2' }];
  cluster.patch(
    { kind: 'Deployment', namespace: 'shop', name: 'web' },
    { spec: { template: { spec: { containers } } } },
  );
  clock.advance(3000);
  expect(revision()).toBe('2');
});

test('a StatefulSet makes its Pods one after the other, with stable names', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('StatefulSet', 'db', { spec: { replicas: 2, serviceName: 'db' } }));
  clock.advance(500);
  expect(podNames(cluster)).toEqual(['db-0']);
  clock.advance(3000);
  expect(podNames(cluster)).toEqual(['db-0', 'db-1']);
  expect(cluster.find('Pod', 'shop', 'db-1')?.spec).toMatchObject({ hostname: 'db-1', subdomain: 'db' });
  cluster.remove({ kind: 'Pod', namespace: 'shop', name: 'db-0' });
  clock.advance(5000);
  expect(podNames(cluster)).toEqual(['db-0', 'db-1']);
  expect(cluster.find('StatefulSet', 'shop', 'db')?.status?.readyReplicas).toBe(2);
});

test('a DaemonSet runs one Pod on every Node that its node selector allows', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('DaemonSet', 'agent'));
  cluster.create(
    aWorkloadManifest('DaemonSet', 'edge', {
      podSpec: { nodeSelector: { 'node-role.example.com/edge': 'true' } },
    }),
  );
  clock.advance(3000);
  const nodesOf = (name: string): (string | undefined)[] =>
    cluster
      .list('Pod', 'shop')
      .filter(({ metadata }) => metadata.name.startsWith(name))
      .map(({ spec }) => spec.nodeName);
  expect(nodesOf('agent').toSorted(byText)).toEqual(['node-a', 'node-b', 'node-c']);
  expect(nodesOf('edge')).toEqual(['node-a']);
  expect(cluster.find('DaemonSet', 'shop', 'agent')?.status?.numberReady).toBe(3);
});

test("a Job's Pod ends and the Job is complete", () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Job', 'import', { podSpec: { restartPolicy: 'Never' } }));
  clock.advance(5000);
  expect(cluster.list('Pod', 'shop').map(({ status }) => status?.phase)).toEqual(['Succeeded']);
  expect(cluster.find('Job', 'shop', 'import')?.status).toMatchObject({ succeeded: 1 });
});

test('a Pod that fits no Node stays pending and says why', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web', { podSpec: { nodeSelector: { disk: 'fast' } } }));
  clock.advance(5000);
  const [pod] = cluster.list('Pod', 'shop');
  expect(pod?.spec.nodeName).toBeUndefined();
  expect(pod?.status?.conditions?.[0]).toMatchObject({
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
  });
  cluster.patch({ kind: 'Node', name: 'node-b' }, { metadata: { labels: { disk: 'fast' } } });
  clock.advance(5000);
  expect(cluster.list('Pod', 'shop').map(({ spec }) => spec.nodeName)).toEqual(['node-b']);
});

test('removing a Deployment removes all it owns', () => {
  const { cluster, clock } = setUp();
  cluster.create(aWorkloadManifest('Deployment', 'web', { spec: { replicas: 2 } }));
  clock.advance(3000);
  cluster.remove({ kind: 'Deployment', namespace: 'shop', name: 'web' });
  clock.advance(5000);
  expect(cluster.list('ReplicaSet', 'shop')).toEqual([]);
  expect(podNames(cluster)).toEqual([]);
});

test('no address is given to two Pods, also when a Node needs a second block of them', () => {
  const clock = createManualClock();
  const cluster = createFakeCluster({ ...clock, isDualStack: true, nodes: ['node-a', 'node-b'] });
  const podSpec = { nodeSelector: { 'kubernetes.io/hostname': 'node-a' } };
  cluster.create(aWorkloadManifest('Deployment', 'web', { spec: { replicas: 260 }, podSpec }));
  clock.advance(5000);
  const ips = cluster.list('Pod', 'shop').flatMap(({ status }) => (status?.podIPs ?? []).map(({ ip }) => ip));
  expect(ips).toHaveLength(520);
  expect(new Set(ips).size).toBe(520);
  expect(new Set(ips.map((ip) => ip.slice(0, 9)))).toEqual(new Set(['10.244.1.', '10.244.3.', 'fd00:10:2']));
});
