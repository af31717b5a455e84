import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster, type FakeReply } from './index.ts';
import { createManualClock, type ManualClock } from './testing/index.ts';

const labels = { app: 'web' };

const deployment = (replicas: number): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    replicas,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [{ name: 'web', image: 'nginx:1', ports: [{ name: 'http', containerPort: 8080 }] }],
      },
    },
  },
});

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: labels, ports: [{ port: 80, targetPort: 'http' }] },
};

function setUp(): { cluster: FakeCluster; clock: ManualClock } {
  const clock = createManualClock();
  return { clock, cluster: createFakeCluster(clock) };
}

const bodyOf = (reply: FakeReply): { items: { metadata: { name: string } }[] } =>
  JSON.parse(reply.kind === 'body' ? reply.body : '');

test("a Deployment's Pods get a Node and an address, become ready and turn up in the Service's EndpointSlice", () => {
  const { cluster, clock } = setUp();
  cluster.create(deployment(3));
  cluster.create(service);
  clock.advance(100);
  expect(cluster.list('Pod', 'shop')).toHaveLength(3);
  expect(cluster.list('EndpointSlice', 'shop').map(({ endpoints }) => endpoints)).toEqual([null]);
  clock.advance(2000);
  const pods = cluster.list('Pod', 'shop');
  expect(new Set(pods.map(({ spec }) => spec.nodeName))).toEqual(new Set(['node-a', 'node-b', 'node-c']));
  const [slice] = cluster.list('EndpointSlice', 'shop');
  expect(slice?.ports).toEqual([{ name: '', protocol: 'TCP', port: 8080 }]);
  expect(slice?.endpoints?.map(({ conditions }) => conditions)).toEqual([
    { ready: true, serving: true, terminating: false },
    { ready: true, serving: true, terminating: false },
    { ready: true, serving: true, terminating: false },
  ]);
  expect(cluster.find('Deployment', 'shop', 'web')?.status).toMatchObject({ readyReplicas: 3, replicas: 3 });
});

test('a LIST shows what was created', () => {
  const { cluster } = setUp();
  cluster.create(service);
  const reply = cluster.handle({ method: 'GET', path: '/api/v1/services', identity: 'admin' });
  expect(bodyOf(reply).items.map(({ metadata }) => metadata.name)).toEqual(['kubernetes', 'web']);
});
