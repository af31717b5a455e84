import { refusedEditSchema, type DryRunRequest } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { openTestApp } from '../../testing/test-app.ts';

const base = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', uid: 'u-1', resourceVersion: '7' },
  spec: {},
} as const;
const edit = { operation: 'update', base, mine: base } as const satisfies DryRunRequest;
const dryRun = { method: 'POST', url: '/api/contexts/demo/edits/dry-run', payload: edit } as const;
const applyEdit = {
  method: 'POST',
  url: '/api/contexts/demo/edits/apply',
  payload: { ...edit, clusterId: 'uid-of-kube-system', reviewedResourceVersion: '7' },
} as const;

test('the plain demo answers dry runs', async () => {
  const { app, headers, directory } = await openTestApp({ settings: { mode: 'demo' } });
  directory.client.object = base;
  const payload = { ...edit, mine: { ...base, spec: { type: 'NodePort' } } };
  const reply = await app.inject({ ...dryRun, payload, headers });
  expect(reply.json()).toMatchObject({ outcome: 'accepted' });
  expect(directory.client.asked).toEqual(['get services shop/web', 'put Service web dry']);
});

test('applying to the plain demo is refused with what would be sent, before anything goes upstream', async () => {
  const { app, headers, directory } = await openTestApp({ settings: { mode: 'demo' } });
  const reply = await app.inject({ ...applyEdit, headers });
  expect(reply.statusCode).toBe(403);
  expect(reply.json()).toMatchObject({
    code: 'DEMO_READ_ONLY',
    title: 'The demo cluster is read-only. This is what would be sent.',
  });
  expect(refusedEditSchema.parse(reply.json().details.request)).toEqual({
    method: 'PUT',
    path: '/api/v1/namespaces/shop/services/web',
    object: base,
  });
  expect(directory.client.asked).toEqual([]);
});

test('the writable demo applies', async () => {
  const { app, headers, directory } = await openTestApp({ settings: { mode: 'demo', isDemoWritable: true } });
  directory.client.object = base;
  const payload = { ...applyEdit.payload, mine: { ...base, spec: { type: 'NodePort' } } };
  const reply = await app.inject({ ...applyEdit, payload, headers });
  expect(reply.json()).toMatchObject({ outcome: 'applied' });
  expect(directory.client.asked).toEqual(['identity', 'get services shop/web', 'put Service web']);
});

test('a new Ingress would be posted to its collection, a deletion carries no object', async () => {
  const { app, headers } = await openTestApp({ settings: { mode: 'demo' } });
  const mine = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'a', namespace: 'b' },
  };
  const created = await app.inject({
    ...applyEdit,
    payload: { operation: 'create', mine, clusterId: 'x' },
    headers,
  });
  expect(created.json().details.request).toEqual({
    method: 'POST',
    path: '/apis/networking.k8s.io/v1/namespaces/b/ingresses',
    object: mine,
  });
  const deleted = await app.inject({
    ...applyEdit,
    payload: { operation: 'delete', base, clusterId: 'x', reviewedResourceVersion: '7' },
    headers,
  });
  expect(deleted.json().details.request).toEqual({
    method: 'DELETE',
    path: '/api/v1/namespaces/shop/services/web',
  });
});

test.each(['serve', 'demo'] as const)(
  '--read-only refuses dry runs and applying in %s before anything goes upstream',
  async (mode) => {
    const settings = { mode, isReadOnly: true, isDemoWritable: true };
    const { app, headers, directory } = await openTestApp({ settings });
    const operations = [edit, { operation: 'create', mine: base }, { operation: 'delete', base }] as const;
    for (const payload of operations) {
      const reviewed = { ...payload, clusterId: 'x', reviewedResourceVersion: '7' };
      const { reviewedResourceVersion: _, ...created } = reviewed;
      for (const request of [
        { ...dryRun, payload },
        { ...applyEdit, payload: payload.operation === 'create' ? created : reviewed },
      ]) {
        const reply = await app.inject({ ...request, headers });
        expect(reply.statusCode).toBe(403);
        expect(reply.json()).toMatchObject({
          code: 'READ_ONLY',
          title: expect.stringContaining('--read-only'),
        });
      }
    }
    expect(directory.client.asked).toEqual([]);
  },
);

test.each<object>([
  { ...edit, operation: 'patch' },
  { ...edit, mine: { ...base, kind: 'Secret' } },
  { ...edit, base: { ...base, kind: 'Pod' } },
  { ...edit, base: { ...base, metadata: { name: 'web', namespace: 'shop' } } },
  { ...edit, base: { ...base, metadata: { ...base.metadata, uid: '' } } },
  { ...edit, mine: { ...base, metadata: { name: '..', namespace: 'shop' } } },
  { ...edit, mine: { ...base, metadata: { name: 'web', namespace: 'a/b' } } },
  { ...edit, base: { ...base, metadata: { ...base.metadata, name: 'web/status' } } },
  { operation: 'update' },
  { ...edit, force: true },
])('an edit of another shape is a bad request: %j', async (payload) => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ ...dryRun, payload, headers });
  expect(reply.json()).toMatchObject({ code: 'BAD_REQUEST' });
  expect(directory.client.asked).toEqual([]);
});

test('a body beyond 3 MiB is refused, and so is broken JSON', async () => {
  const { app, headers } = await openTestApp();
  const large = await app.inject({ ...applyEdit, payload: { text: 'x'.repeat(3 * 1024 * 1024) }, headers });
  expect(large.json()).toMatchObject({ code: 'BODY_TOO_LARGE', statusCode: 413 });
  const broken = await app.inject({
    ...applyEdit,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: '{"a":',
  });
  expect(broken.json()).toMatchObject({ code: 'BAD_REQUEST' });
});
