import { expect, test } from 'vitest';
import type { EditedObject } from './edit.ts';
import { duplicateObject, newManifest } from './new-object.ts';
import { parseEditedObject, treeOf } from './parse-edited-object.ts';

const object = (tree: unknown): EditedObject => tree as EditedObject;

test.each(['Service', 'Ingress'] as const)('a new %s can be edited at once', (kind) => {
  const manifest = newManifest(kind, { namespace: 'shop', name: 'web' });
  expect(parseEditedObject(manifest)).toMatchObject({
    kind: 'object',
    object: { kind, metadata: { name: 'web', namespace: 'shop' } },
  });
});

test('a copy has nothing of what was assigned to the original or says whose it is', () => {
  const original = object({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'web',
      namespace: 'shop',
      uid: 'u1',
      resourceVersion: '7',
      labels: { app: 'web', 'app.kubernetes.io/managed-by': 'Helm' },
      annotations: { 'meta.helm.sh/release-name': 'shop', note: 'kept' },
      ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', uid: 'u2' }],
      finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
    },
    spec: {
      type: 'LoadBalancer',
      clusterIP: '10.96.0.7',
      clusterIPs: ['10.96.0.7'],
      healthCheckNodePort: 31_000,
      ports: [{ name: 'http', port: 80, nodePort: 30_001 }],
      selector: { app: 'web' },
    },
    status: { loadBalancer: {} },
  });
  expect(treeOf(duplicateObject(original, 'web-copy'))).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web-copy', namespace: 'shop', labels: { app: 'web' }, annotations: { note: 'kept' } },
    spec: { type: 'LoadBalancer', ports: [{ name: 'http', port: 80 }], selector: { app: 'web' } },
  });
});

test('a copy of a headless Service is headless', () => {
  const original = object({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { clusterIP: 'None', clusterIPs: ['None'] },
  });
  expect(treeOf(duplicateObject(original, 'db-copy'))['spec']).toEqual({ clusterIP: 'None' });
});
