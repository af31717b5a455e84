import {
  aCluster,
  aDeployment,
  aJob,
  aNamespace,
  anIngress,
  anIngressClass,
  aPod,
  aReplicaSet,
  aService,
  aSlice,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { buildLane } from './build-lane.ts';
import type { GraphLane } from './graph.ts';

const web = (place = 'shop/web') => {
  const deployment = aDeployment(place);
  const replicaSet = aReplicaSet(`${place}-6f9c4`).ownedBy(deployment);
  const pods = ['x2v8k', 'p7qhm'].map((tail) =>
    aPod(`${place}-6f9c4-${tail}`)
      .labelled({ app: 'web' })
      .ownedBy(replicaSet)
      .withContainerPort('http', 8080),
  );
  return [deployment, replicaSet, ...pods] as const;
};

const nodesOf = (lane: GraphLane) => lane.nodes.map(({ kind, name }) => `${kind} ${name}`);
const edgesOf = (lane: GraphLane) =>
  lane.edges.map(
    ({ fromNode, fromRow, toNode, toRow, state }) =>
      [
        [fromNode, fromRow],
        [toNode, toRow],
      ]
        .map((end) => end.filter(Boolean).join('#'))
        .join(' -> ') + (state === 'broken' ? ' broken' : ''),
  );

test('a route runs from the path over the Service port to the Pods of one Deployment', () => {
  const lane = buildLane(
    aCluster()
      .with(anIngressClass('nginx'))
      .with(
        anIngress('shop/shop').withClass('nginx').withPath('shop.example.com', '/', 'Prefix', 'web', 'http'),
      )
      .with(aService('shop/web').selecting({ app: 'web' }).withPort(80, { name: 'http', targetPort: 'http' }))
      .with(...web())
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(nodesOf(lane)).toEqual(['ingress shop', 'service web', 'workload web']);
  expect(edgesOf(lane)).toEqual([
    'controller/-/k8s.io/ingress-nginx -> Ingress/shop/shop',
    'Ingress/shop/shop#path:shop.example.com|Prefix|0|/ -> Service/shop/web#port:http',
    'Service/shop/web#port:http -> Deployment/shop/web',
  ]);
  expect(lane.nodes[2]).toMatchObject({
    badge: { kind: 'owner', ownerKind: 'Deployment' },
    pods: [
      { tail: '6f9c4-p7qhm', state: 'ready' },
      { tail: '6f9c4-x2v8k', state: 'ready' },
    ],
    stands: [
      'Deployment/shop/web',
      'ReplicaSet/shop/web-6f9c4',
      'Pod/shop/web-6f9c4-p7qhm',
      'Pod/shop/web-6f9c4-x2v8k',
    ],
  });
  expect(lane.nodes[1]?.rows).toMatchObject([{ port: 80, target: '8080', isTargetResolved: true }]);
});

test('host rows come in the order of the rules, once per host, with their paths below them', () => {
  const lane = buildLane(
    aCluster()
      .with(
        anIngress('shop/shop')
          .withPath('b.example.com', '/b', 'Prefix', 'web', 80)
          .withPath('a.example.com', '/a', 'Exact', 'web', 80)
          .withPath('b.example.com', '/b', 'Prefix', 'web', 80)
          .withTls(['b.example.com'], 'b-tls')
          .withDefaultBackend('web', 80),
      )
      .build(),
    'shop',
  );
  expect(lane.nodes[0]?.rows.map(({ id }) => id)).toEqual([
    'host:b.example.com',
    'path:b.example.com|Prefix|0|/b',
    'path:b.example.com|Prefix|1|/b',
    'host:a.example.com',
    'path:a.example.com|Exact|0|/a',
    'default-backend',
  ]);
  expect(lane.nodes[0]?.rows[0]).toMatchObject({ hasTls: true, secretName: 'b-tls' });
  expect(lane.nodes[0]?.rows[3]).toMatchObject({ hasTls: false, secretName: undefined });
  expect(lane.nodes[0]?.ruleCount).toBe(3);
});

test('a Service that Ingresses name and that is not there is one ghost for all of them', () => {
  const lane = buildLane(
    aCluster()
      .with(
        anIngress('sec/a').withPath('', '/', 'Prefix', 'pay', 80),
        anIngress('sec/b').withDefaultBackend('pay', 'http'),
      )
      .build(),
    'sec',
  );
  expect(nodesOf(lane)).toEqual(['ingress a', 'ingress b', 'service-ghost pay']);
  expect(edgesOf(lane)).toEqual([
    'Ingress/sec/a#path:|Prefix|0|/ -> ghost:Service/sec/pay broken',
    'Ingress/sec/b#default-backend -> ghost:Service/sec/pay broken',
  ]);
});

test('a port that the Service does not have is a broken edge to its head', () => {
  const lane = buildLane(
    aCluster()
      .with(anIngress('shop/a').withPath('', '/', 'Prefix', 'web', 'grpc'), aService('shop/web').withPort(80))
      .build(),
    'shop',
  );
  expect(edgesOf(lane)).toEqual(['Ingress/shop/a#path:|Prefix|0|/ -> Service/shop/web broken']);
});

test('a selector that matches no Pod leaves the workload unreached, its Pods ready but not selected', () => {
  const lane = buildLane(
    aCluster()
      .with(aService('shop/web').selecting({ app: 'wbe' }).withPort(80), ...web())
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(edgesOf(lane)).toEqual([]);
  expect(lane.nodes[1]?.pods).toMatchObject([
    { state: 'not-selected', isReady: true },
    { state: 'not-selected', isReady: true },
  ]);
});

test('a named target port that no container has breaks the edge to the Pods', () => {
  const lane = buildLane(
    aCluster()
      .with(aService('shop/web').selecting({ app: 'web' }).withPort(80, { targetPort: 'htpp' }), ...web())
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(edgesOf(lane)).toEqual(['Service/shop/web#port:80/TCP -> Deployment/shop/web broken']);
  expect(lane.nodes[0]?.rows).toMatchObject([{ target: 'htpp', isTargetResolved: false }]);
});

test('Pods that are not ready, terminating or crashing say so', () => {
  const crashing = { name: 'app', state: { waiting: { reason: 'CrashLoopBackOff' } } };
  const selected = { app: 'web' };
  const lane = buildLane(
    aCluster()
      .with(
        aService('shop/web').selecting(selected).withPort(80),
        aPod('shop/crash')
          .labelled(selected)
          .notReady()
          .withStatus({ containerStatuses: [crashing] }),
        aPod('shop/gone').labelled(selected).notReady().terminating(),
        aPod('shop/leaving').labelled(selected).terminating(),
        aPod('shop/waiting').labelled(selected).notReady(),
      )
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(lane.nodes.flatMap(({ pods }) => pods.map(({ state, reason }) => [state, reason]))).toEqual([
    ['not-ready', { kind: 'reported', text: 'CrashLoopBackOff' }],
    ['terminating', { kind: 'terminating', isServing: false }],
    ['serving-terminating', { kind: 'terminating', isServing: true }],
    ['not-ready', { kind: 'not-ready' }],
  ]);
  expect(lane.edges.map(({ toNode, state }) => `${toNode} ${state}`)).toEqual([
    'Pod/shop/crash broken',
    'Pod/shop/gone broken',
    'Pod/shop/leaving ok',
    'Pod/shop/waiting broken',
  ]);
});

test('an ExternalName Service leads to a name outside in the Pods column', () => {
  const lane = buildLane(
    aCluster()
      .with(
        anIngress('shop/a').withPath('', '/', 'Prefix', 'legacy', 80),
        aService('shop/legacy').external('legacy.example.net').withPort(80),
      )
      .build(),
    'shop',
  );
  expect(nodesOf(lane)).toEqual(['ingress a', 'service legacy', 'external-name legacy.example.net']);
  expect(lane.edges.map(({ state }) => state)).toEqual(['ok', 'ok']);
});

test('a headless Service says so, and one without ports leads to its Pods from its head', () => {
  const lane = buildLane(
    aCluster()
      .with(aService('shop/web').headless().selecting({ app: 'web' }).withoutPorts(), ...web())
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(lane.nodes[0]).toMatchObject({ isHeadless: true, badge: { kind: 'headless' } });
  expect(edgesOf(lane)).toEqual(['Service/shop/web -> Deployment/shop/web']);
});

test('slices of a Service without selector are endpoints by hand, which account for the slices', () => {
  const lane = buildLane(
    aCluster()
      .with(
        aService('shop/db').withPort(5432),
        aSlice('shop/db-1')
          .labelled({ 'kubernetes.io/service-name': 'db' })
          .withPorts([{ name: '', port: 15432, protocol: 'TCP' }])
          .withEndpoints([
            { addresses: ['192.0.2.7'] },
            { addresses: ['192.0.2.8'], conditions: { ready: false } },
          ]),
      )
      .build(),
    'shop',
  );
  expect(lane.nodes[1]).toMatchObject({
    kind: 'endpoints',
    name: 'db',
    stands: ['EndpointSlice/shop/db-1'],
    pods: [
      { tail: '192.0.2.7', state: 'ready' },
      { tail: '192.0.2.8', state: 'not-ready' },
    ],
  });
  expect(lane.nodes[0]).toMatchObject({ rows: [{ target: '15432' }], stands: ['Service/shop/db'] });
  expect(edgesOf(lane)).toEqual(['Service/shop/db#port:5432/TCP -> endpoints/shop/db']);
});

test('a slice whose port has another name than the Service port is behind a broken edge', () => {
  const lane = buildLane(
    aCluster()
      .with(
        aService('shop/db').withPort(5432, { name: 'pg' }),
        aSlice('shop/db-1')
          .labelled({ 'kubernetes.io/service-name': 'db' })
          .withPorts([{ name: 'other', port: 15432, protocol: 'TCP' }])
          .withEndpoints([{ addresses: ['192.0.2.7'] }]),
      )
      .build(),
    'shop',
  );
  expect(edgesOf(lane)).toEqual(['Service/shop/db#port:pg -> endpoints/shop/db broken']);
});

test('slices of no Service and slices without label are drawn as endpoints of their own', () => {
  const lane = buildLane(
    aCluster()
      .with(
        aSlice('shop/left-a').labelled({ 'kubernetes.io/service-name': 'gone' }),
        aSlice('shop/left-b').labelled({ 'kubernetes.io/service-name': 'gone' }),
        aSlice('shop/unlabelled'),
      )
      .build(),
    'shop',
  );
  expect(lane.nodes.map(({ id, stands }) => [id, stands.length])).toEqual([
    ['endpoints/shop/gone', 2],
    ['EndpointSlice/shop/unlabelled', 1],
  ]);
});

test('Services of a namespace that may not be listed are one hidden node, no ghosts', () => {
  const lane = buildLane(
    aCluster()
      .with(anIngress('sec/a').withPath('', '/', 'Prefix', 'pay', 80), anIngress('shop/b'))
      .withoutAccessTo('Service', 'sec')
      .build(),
    'sec',
  );
  expect(lane.nodes.map(({ kind, hiddenKinds }) => [kind, hiddenKinds])).toEqual([
    ['ingress', undefined],
    ['hidden', ['Service']],
  ]);
  expect(edgesOf(lane)).toEqual(['Ingress/sec/a#path:|Prefix|0|/ -> hidden/sec/service']);
});

test('Pods that may not be listed are one hidden node that endpoints lead to', () => {
  const lane = buildLane(
    aCluster()
      .with(aService('shop/web').selecting({ app: 'web' }).withPort(80), ...web())
      .withEndpoints()
      .withoutAccessTo('Pod')
      .build(),
    'shop',
  );
  expect(nodesOf(lane)).toEqual(['service web', 'workload web', 'hidden ']);
  expect(lane.nodes.at(-1)?.hiddenKinds).toEqual(['Pod']);
  expect(edgesOf(lane)).toEqual(['Service/shop/web#port:80/TCP -> hidden/shop/pods']);
});

test('Pods group by Deployment even when ReplicaSets may not be listed', () => {
  const pod = aPod('shop/web-6f9c4-x2v8k')
    .labelled({ 'pod-template-hash': '6f9c4' })
    .ownedBy(aReplicaSet('shop/web-6f9c4'));
  const lane = buildLane(aCluster().with(pod).withoutAccessTo('ReplicaSet').build(), 'shop');
  expect(lane.nodes[0]).toMatchObject({
    id: 'Deployment/shop/web',
    ref: undefined,
    badge: { ownerKind: 'Deployment' },
  });
});

test('Jobs without a running Pod and Pods that have ended are counted in one node', () => {
  const job = aJob('shop/migrate');
  const lane = buildLane(
    aCluster()
      .with(
        job,
        aPod('shop/migrate-1').ownedBy(job).inPhase('Succeeded'),
        aPod('shop/once').inPhase('Failed'),
        aJob('shop/running'),
        aPod('shop/running-1').ownedBy(aJob('shop/running')),
      )
      .build(),
    'shop',
  );
  expect(
    lane.nodes.map(({ kind, name, finishedCount, stands }) => [kind, name, finishedCount, stands.length]),
  ).toEqual([
    ['workload', 'running', undefined, 2],
    ['finished', '', 2, 3],
  ]);
  expect(lane.nodes[1]).toMatchObject({
    badge: { kind: 'finished', hasJobs: true },
    rows: [
      { fact: { kind: 'finished-owner', ownerKind: 'Job', name: 'migrate', podCount: 1 } },
      { fact: { kind: 'finished-owner', ownerKind: 'Pod', name: 'once', podCount: 0 } },
    ],
  });
});

test('Services follow the order of the rules that use them, then those without Ingress, workloads without Service last', () => {
  const lane = buildLane(
    aCluster()
      .with(
        anIngress('shop/a').withPath('', '/z', 'Prefix', 'zebra', 80).withPath('', '/a', 'Prefix', 'ant', 80),
        aService('shop/ant').selecting({ app: 'ant' }).withPort(80),
        aService('shop/bee').selecting({ app: 'bee' }).withPort(80),
        aService('shop/zebra').selecting({ app: 'zebra' }).withPort(80),
        aPod('shop/ant').labelled({ app: 'ant' }),
        aPod('shop/aaa'),
        aPod('shop/bee').labelled({ app: 'bee' }),
        aPod('shop/zebra').labelled({ app: 'zebra' }),
      )
      .withEndpoints()
      .build(),
    'shop',
  );
  expect(nodesOf(lane)).toEqual([
    'ingress a',
    'service zebra',
    'service ant',
    'service bee',
    'workload zebra',
    'workload ant',
    'workload bee',
    'workload aaa',
  ]);
});

test('a Service of type NodePort is reached from the clients directly', () => {
  const lane = buildLane(
    aCluster()
      .with(aService('shop/web').withType('NodePort').withPort(80, { nodePort: 30080 }))
      .build(),
    'shop',
  );
  expect(lane.edges).toMatchObject([{ kind: 'exposure', fromNode: 'clients', toNode: 'Service/shop/web' }]);
});

test('an Ingress of a class that does not exist hangs on the ghost of that class', () => {
  const lane = buildLane(aCluster().with(anIngress('shop/a').withClass('ngnix')).build(), 'shop');
  expect(edgesOf(lane)).toEqual(['ghost:IngressClass/-/ngnix -> Ingress/shop/a broken']);
});

test('the lane itself accounts for its Namespace', () => {
  expect(buildLane(aCluster().with(aNamespace('empty')).build(), 'empty')).toMatchObject({
    stands: ['Namespace/-/empty'],
    nodes: [],
  });
});
