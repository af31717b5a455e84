import { expect, test } from 'vitest';
import type { TrimmedObject } from './objects/cluster-object.ts';
import { parseTrimmedObject } from './parse-trimmed-object.ts';
import {
  aCluster,
  aDaemonSet,
  aDeployment,
  aJob,
  aNamespace,
  aNode,
  anIngress,
  anIngressClass,
  aPod,
  aReplicaSet,
  aService,
  aSlice,
  aStatefulSet,
} from './testing/index.ts';

const one = {
  Service: aService('shop/web')
    .selecting({ app: 'web' })
    .withLoadBalancerAddress({ ip: '192.0.2.1', ipMode: 'VIP' }),
  Ingress: anIngress('shop/web')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 80)
    .withDefaultBackend('web', 'http')
    .withTls(['shop.example.com'], 'tls'),
  IngressClass: anIngressClass('nginx').asDefault(),
  EndpointSlice: aSlice('shop/web-1')
    .of('web')
    .withPort(80)
    .withEndpoint('10.0.0.1', { ready: true, pod: aPod('shop/a') }),
  Pod: aPod('shop/a')
    .labelled({ app: 'web' })
    .withContainerPort('http', 80)
    .onNode('n')
    .ownedBy(aJob('shop/job')),
  Deployment: aDeployment('shop/web').withStatus({ readyReplicas: 1 }),
  ReplicaSet: aReplicaSet('shop/web-1'),
  StatefulSet: aStatefulSet('shop/db'),
  DaemonSet: aDaemonSet('kube-system/proxy'),
  Job: aJob('shop/migrate'),
  Node: aNode('worker-1'),
  Namespace: aNamespace('shop'),
};

test.each(Object.entries(one))(
  'a well typed %s is returned itself, with unknown fields',
  (_kind, builder) => {
    const raw = {
      ...(JSON.parse(JSON.stringify(builder.build())) as object),
      invented: { by: 'a later version' },
    };
    expect(parseTrimmedObject(raw)).toBe(raw);
  },
);

const service = (fields: object): unknown => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {},
  ...fields,
});

test('a null or wrongly typed field is as if absent, its neighbours stay', () => {
  const raw = service({
    metadata: { name: 'web', namespace: 'shop', labels: null, annotations: ['x'], generation: '7', uid: 'u' },
    spec: { type: 3, selector: { app: 'web' }, ports: 'none', publishNotReadyAddresses: 'yes' },
    status: null,
  });
  expect(parseTrimmedObject(raw)).toEqual(
    service({
      metadata: { name: 'web', namespace: 'shop', uid: 'u' },
      spec: { selector: { app: 'web' } },
    }),
  );
});

test('what is given is never changed', () => {
  const raw = JSON.stringify(service({ metadata: { name: 'web', namespace: 'shop', labels: { app: 1 } } }));
  const given: unknown = JSON.parse(raw);
  parseTrimmedObject(given);
  expect(JSON.stringify(given)).toBe(raw);
});

test('list items that are no items are left out', () => {
  const parsed = parseTrimmedObject(
    service({ spec: { ports: [null, { port: 80 }, { name: 'no number' }, { port: '81' }, []] } }),
  );
  expect(parsed).toMatchObject({ spec: { ports: [{ port: 80 }] } });
});

test('label values that are not text are left out, a label called __proto__ stays', () => {
  const labels: unknown = JSON.parse(
    '{"__proto__": "x", "app": "web", "count": 1, "constructor": "y", "none": null}',
  );
  const parsed = parseTrimmedObject(service({ metadata: { name: 'web', namespace: 'shop', labels } }));
  expect(parsed.kind === 'Service' && Object.entries(parsed.metadata.labels ?? {})).toEqual([
    ['__proto__', 'x'],
    ['app', 'web'],
    ['constructor', 'y'],
  ]);
});

test('a missing or odd spec is an empty one', () => {
  for (const spec of [undefined, null, [], 'text', 7])
    expect(parseTrimmedObject(service({ spec }))).toMatchObject({ spec: {} });
});

test('a path without backend or path type stays, as one that leads nowhere', () => {
  const raw = {
    ...one.Ingress.build(),
    spec: {
      rules: [{ host: 'a.example.com', http: { paths: [{ path: '/x', backend: null }] } }, { http: {} }],
    },
  };
  expect(parseTrimmedObject(raw)).toMatchObject({
    spec: {
      rules: [{ http: { paths: [{ path: '/x', pathType: 'ImplementationSpecific', backend: {} }] } }, {}],
    },
  });
});

test('an endpoint without addresses stays, with none', () => {
  const raw = { ...one.EndpointSlice.build(), endpoints: [{ conditions: { ready: null } }] };
  expect(parseTrimmedObject(raw)).toMatchObject({ endpoints: [{ addresses: [], conditions: {} }] });
});

test('an absent apiVersion is that of the kind, as in a list', () => {
  expect(parseTrimmedObject(service({ apiVersion: undefined }))).toMatchObject({ apiVersion: 'v1' });
});

test('a namespace on a cluster-scoped object is ignored', () => {
  const node = { ...one.Node.build(), metadata: { name: 'worker-1', namespace: 'shop' } };
  const parsed = parseTrimmedObject(node);
  expect(parsed.kind === 'Node' && parsed.metadata).toEqual({ name: 'worker-1' });
});

test.each<[string, unknown, RegExp]>([
  ['null', null, /not an object/],
  ['a list', [], /not an object/],
  ['text', 'Service', /not an object/],
  ['no kind', service({ kind: undefined }), /kind/],
  ['an unknown kind', service({ kind: 'Secret' }), /kind/],
  ['a kind named like an inherited property', service({ kind: 'constructor' }), /kind/],
  [
    'the same kind of another group',
    service({ apiVersion: 'serving.knative.dev/v1' }),
    /apiVersion is not v1/,
  ],
  ['no metadata', service({ metadata: null }), /metadata\.name/],
  ['no name', service({ metadata: { namespace: 'shop' } }), /metadata\.name/],
  ['an empty name', service({ metadata: { name: '', namespace: 'shop' } }), /metadata\.name/],
  ['a name with a slash', service({ metadata: { name: 'a/b', namespace: 'shop' } }), /slash/],
  ['no namespace', service({ metadata: { name: 'web' } }), /metadata\.namespace/],
  ['a dash as namespace', service({ metadata: { name: 'web', namespace: '-' } }), /metadata\.namespace/],
])('unreadable with a reason: %s', (_what, raw, reason) => {
  const parsed = parseTrimmedObject(raw);
  expect(parsed.kind === 'Unreadable' && parsed.reason).toMatch(reason);
});

test('an unreadable object says what it was as far as that is known', () => {
  expect(parseTrimmedObject(service({ apiVersion: 'v2' }))).toMatchObject({
    given: { kind: 'Service', namespace: 'shop', name: 'web' },
  });
});

test('a readable odd object stands beside the others in a store', () => {
  const odd = parseTrimmedObject(
    service({ metadata: { name: '\u202Eweb', namespace: 'constructor', labels: 7 } }),
  );
  expect(odd.kind).toBe('Service');
  const store = aCluster()
    .with(odd as TrimmedObject<'Service'>, one.Service)
    .build();
  expect(store.list('Service').map(({ metadata }) => metadata.name)).toEqual(['\u202Eweb', 'web']);
});
