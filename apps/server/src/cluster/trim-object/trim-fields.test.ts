import type { Kind } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { ObjectTrimmer } from './object-trimmer.ts';

function trim(kind: Kind, object: unknown): unknown {
  const trimmer = new ObjectTrimmer(kind);
  const bytes = Buffer.from(JSON.stringify(object));
  expect(trimmer.read(bytes, 0, bytes.length)).toBe(bytes.length);
  return JSON.parse(trimmer.take().json);
}

const lastApplied = { 'kubectl.kubernetes.io/last-applied-configuration': '{"spec":{}}' };

test.each(['Service', 'Ingress', 'IngressClass', 'EndpointSlice', 'Namespace'] as const)(
  'a %s is kept whole but for managedFields and the last applied text',
  (kind) => {
    const object = {
      metadata: {
        name: 'web',
        annotations: { ...lastApplied, 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
        managedFields: [{ manager: 'kubectl' }],
        selfLink: '/x',
      },
      spec: { unknownField: { deep: [1] } },
      endpoints: [{ addresses: ['10.0.0.1'] }],
    };
    expect(trim(kind, object)).toMatchObject({
      kind,
      metadata: {
        name: 'web',
        annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
        selfLink: '/x',
      },
      spec: { unknownField: { deep: [1] } },
      endpoints: [{ addresses: ['10.0.0.1'] }],
    });
    expect(JSON.stringify(trim(kind, object))).not.toMatch(/managedFields|last-applied/);
  },
);

test('a Pod keeps ports, probes, arguments, image, node, gates, conditions, deletion and owner, and nothing secret', () => {
  const kept = {
    metadata: {
      name: 'web-1',
      namespace: 'shop',
      deletionTimestamp: '2026-01-01T00:00:00Z',
      labels: { app: 'web' },
      annotations: { 'fairlead.dev/fake': 'not-ready', 'sidecar.istio.io/inject': 'true' },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'u', controller: true },
      ],
    },
    spec: {
      nodeName: 'node-a',
      hostNetwork: true,
      nodeSelector: { zone: 'a' },
      readinessGates: [{ conditionType: 'example.com/ready' }],
      containers: [
        {
          name: 'web',
          image: 'web:1',
          args: ['--port=8080'],
          ports: [{ name: 'http', containerPort: 8080, hostPort: 80 }],
          readinessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 },
        },
      ],
    },
    status: {
      phase: 'Running',
      podIPs: [{ ip: '10.244.1.2' }],
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
  const [container] = kept.spec.containers;
  const full = {
    metadata: {
      ...kept.metadata,
      annotations: { ...kept.metadata.annotations, ...lastApplied, 'checksum/config': 'abc' },
      managedFields: [],
      generateName: 'web-',
    },
    spec: {
      ...kept.spec,
      containers: [{ ...container, env: [{ name: 'PASSWORD', value: 'x' }], volumeMounts: [] }],
      volumes: [{ name: 'v' }],
    },
    status: { ...kept.status, qosClass: 'Burstable' },
  };
  expect(trim('Pod', full)).toEqual({ apiVersion: 'v1', kind: 'Pod', ...kept });
});

test('a Node keeps addresses, labels, conditions and taints, not its images', () => {
  const object = {
    metadata: { name: 'node-a', labels: { zone: 'a' }, annotations: { 'node.alpha.kubernetes.io/ttl': '0' } },
    spec: { podCIDR: '10.0.0.0/24', taints: [{ key: 'k', effect: 'NoSchedule', timeAdded: 'x' }] },
    status: {
      addresses: [{ type: 'InternalIP', address: '10.0.0.1' }],
      images: [{ names: ['a'] }],
      nodeInfo: {},
    },
  };
  expect(trim('Node', object)).toEqual({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-a', labels: { zone: 'a' }, annotations: {} },
    spec: { taints: [{ key: 'k', effect: 'NoSchedule' }] },
    status: { addresses: [{ type: 'InternalIP', address: '10.0.0.1' }] },
  });
});

test.each([
  ['null metadata fields', { metadata: { name: 'web', labels: null, annotations: null }, spec: null }],
  ['no spec', { metadata: { name: 'web' } }],
  ['a list where an object belongs', { metadata: { name: 'web' }, spec: [{ nodeName: 'x' }] }],
  ['a number where an object belongs', { metadata: { name: 'web' }, spec: 7, status: 'odd' }],
  [
    'bidirectional text and a long name',
    { metadata: { name: 'n'.repeat(253), labels: { a: '\u202Eevil' } } },
  ],
])('an odd Pod with %s goes through', (_name, object) => {
  expect(trim('Pod', object)).toEqual({ apiVersion: 'v1', kind: 'Pod', ...object });
});

test('a label named __proto__ stays a label', () => {
  const bytes = Buffer.from('{"metadata":{"name":"web","labels":{"__proto__":"x","constructor":"y"}}}');
  const trimmer = new ObjectTrimmer('Service');
  trimmer.read(bytes, 0, bytes.length);
  expect(trimmer.take().json).toContain('"labels":{"__proto__":"x","constructor":"y"}');
});

test('10 000 labels are kept', () => {
  const labels = Object.fromEntries(Array.from({ length: 10_000 }, (_one, index) => [`label-${index}`, 'x']));
  expect(trim('Pod', { metadata: { name: 'web', labels } })).toMatchObject({ metadata: { labels } });
});

test('an object nested without end is refused, not recursed into', () => {
  const bytes = Buffer.from(`{"metadata":{"name":"web"},"spec":${'['.repeat(5_000)}`);
  const trimmer = new ObjectTrimmer('Service');
  expect(() => trimmer.read(bytes, 0, bytes.length)).toThrow(/nested too deeply/);
});

test('an object without a name is refused', () => {
  const bytes = Buffer.from('{"metadata":null}');
  const trimmer = new ObjectTrimmer('Service');
  trimmer.read(bytes, 0, bytes.length);
  expect(() => trimmer.take()).toThrow(/has no name/);
});

test('an object of another kind is refused', () => {
  const bytes = Buffer.from('{"kind":"Secret","metadata":{"name":"web"}}');
  expect(() => new ObjectTrimmer('Service').read(bytes, 0, bytes.length)).toThrow(/another kind/);
});
