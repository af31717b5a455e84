import { expect, test } from 'vitest';
import { listNoise, withoutNoise } from './noise.ts';
import { redactSecrets } from './redact-secrets.ts';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'web',
    uid: 'u',
    resourceVersion: '1',
    managedFields: [],
    annotations: { [lastApplied]: '{}' },
  },
  spec: {
    clusterIP: '10.0.0.1',
    clusterIPs: ['10.0.0.1'],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    internalTrafficPolicy: 'Cluster',
    sessionAffinity: 'None',
    type: 'NodePort',
    ports: [{ port: 80, nodePort: 30080 }],
  },
  status: {},
};

test('what the API server writes by itself is noise', () => {
  expect(withoutNoise(service)).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { type: 'NodePort', ports: [{ port: 80 }] },
  });
});

test('a change of what the API server allocates is no noise', () => {
  const moved = { ...service, spec: { ...service.spec, ports: [{ port: 80, nodePort: 30081 }] } };
  expect(listNoise(moved, service)).not.toContainEqual(['spec', 'ports', 0, 'nodePort']);
  expect(listNoise(moved, service)).toContainEqual(['spec', 'clusterIP']);
});

test('what somebody chose is no noise', () => {
  const chosen = {
    kind: 'Service',
    metadata: { annotations: { a: 'b', [lastApplied]: '{}' } },
    spec: {
      clusterIP: 'None',
      clusterIPs: ['None'],
      sessionAffinity: 'ClientIP',
      externalTrafficPolicy: 'Local',
    },
  };
  expect(listNoise(chosen)).toEqual([['metadata', 'annotations', lastApplied]]);
  expect(listNoise({ kind: 'Ingress', metadata: null, spec: { clusterIP: 'x' } })).toEqual([]);
});

test('of a Secret the names of its keys stay and nothing of their values', () => {
  const secret = {
    kind: 'Secret',
    metadata: { name: 'tls', annotations: { [lastApplied]: '{"data":{"tls.key":"c2VjcmV0"}}', a: 'b' } },
    data: { 'tls.key': 'c2VjcmV0', ['__proto__']: 'c2VjcmV0' },
    stringData: { password: 'c2VjcmV0' },
    type: 'kubernetes.io/tls',
  };
  for (const object of [
    secret,
    { kind: 'List', items: [secret, service] },
    { kind: 'SecretList', items: [{ ...secret, kind: null }] },
  ]) {
    const text = JSON.stringify(redactSecrets(object));
    expect(text).not.toContain('c2VjcmV0');
    expect(text).toContain('tls.key');
    expect(text).toContain('"a":"b"');
  }
  expect(JSON.stringify(redactSecrets({ kind: 'Secret', data: 'c2VjcmV0' }))).not.toContain('c2VjcmV0');
});

test('other objects come back as they are', () => {
  expect(redactSecrets(service)).toBe(service);
});
