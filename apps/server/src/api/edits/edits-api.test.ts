import { dryRunReplySchema, refusedEditSchema, type EditRequest } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { openTestApp } from '../../testing/test-app.ts';
import type { DryRunner } from './dry-runner.ts';

const edit = {
  operation: 'update',
  object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: {} },
} as const satisfies EditRequest;
const dryRun = { method: 'POST', url: '/api/contexts/demo/edits/dry-run', payload: edit } as const;
const applyEdit = { method: 'POST', url: '/api/contexts/demo/edits/apply', payload: edit } as const;

/** Remembers what was sent and answers with it. */
class EchoRunner implements DryRunner {
  readonly sent: EditRequest[] = [];
  dryRun: DryRunner['dryRun'] = (_context, request) => {
    this.sent.push(request);
    return Promise.resolve({ object: request.object, warnings: ['unknown field "spec.x"'] });
  };
}

test('the demo shows what the API server would store', async () => {
  const runner = new EchoRunner();
  const { app, headers } = await openTestApp({ settings: { mode: 'demo' }, dryRunner: runner });
  const reply = await app.inject({ ...dryRun, headers });
  expect(dryRunReplySchema.parse(reply.json())).toEqual({
    object: edit.object,
    warnings: ['unknown field "spec.x"'],
  });
  expect(runner.sent).toEqual([edit]);
});

test('applying to the demo is refused with what would be sent', async () => {
  const runner = new EchoRunner();
  const { app, headers } = await openTestApp({ settings: { mode: 'demo' }, dryRunner: runner });
  const reply = await app.inject({ ...applyEdit, headers });
  expect(reply.statusCode).toBe(403);
  expect(reply.json()).toMatchObject({
    code: 'DEMO_READ_ONLY',
    title: 'The demo cluster is read-only. This is what would be sent.',
  });
  expect(refusedEditSchema.parse(reply.json().details.request)).toEqual({
    method: 'PUT',
    path: '/api/v1/namespaces/shop/services/web',
    object: edit.object,
  });
  expect(runner.sent).toEqual([]);
});

test('a new Ingress would be posted to its collection', async () => {
  const { app, headers } = await openTestApp({ settings: { mode: 'demo' } });
  const payload = {
    operation: 'create',
    object: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'a', namespace: 'b' } },
  };
  const reply = await app.inject({ ...applyEdit, payload, headers });
  expect(reply.json().details.request).toMatchObject({
    method: 'POST',
    path: '/apis/networking.k8s.io/v1/namespaces/b/ingresses',
  });
});

test('--read-only refuses dry runs and applying before anything goes upstream', async () => {
  const runner = new EchoRunner();
  const { app, headers, directory } = await openTestApp({
    settings: { isReadOnly: true },
    dryRunner: runner,
  });
  for (const request of [dryRun, applyEdit]) {
    const reply = await app.inject({ ...request, headers });
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'READ_ONLY', title: expect.stringContaining('--read-only') });
  }
  expect(runner.sent).toEqual([]);
  expect(directory.client.asked).toEqual([]);
});

test('serve does not change clusters in this version', async () => {
  const { app, headers } = await openTestApp();
  for (const request of [dryRun, applyEdit]) {
    const reply = await app.inject({ ...request, headers });
    expect(reply.json()).toMatchObject({
      code: 'READ_ONLY',
      title: expect.stringContaining('later version'),
    });
  }
});

test('what the API server says against an object is passed on', async () => {
  const refusing: DryRunner = {
    dryRun: () =>
      Promise.reject(
        new ClusterProblem('OBJECT_INVALID', 'The API server refuses shop/web.', {
          hint: 'See the fields.',
          details: { causes: [{ field: 'spec.ports', message: 'Required value' }] },
        }),
      ),
  };
  const { app, headers } = await openTestApp({ settings: { mode: 'demo' }, dryRunner: refusing });
  const reply = await app.inject({ ...dryRun, headers });
  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({ details: { causes: [{ field: 'spec.ports' }] } });
});

test.each([
  { ...edit, operation: 'delete' },
  { ...edit, object: { ...edit.object, kind: 'Secret' } },
  { ...edit, object: { ...edit.object, metadata: { name: '..', namespace: 'shop' } } },
  { ...edit, object: { ...edit.object, metadata: { name: 'web', namespace: 'a/b' } } },
  { operation: 'update' },
])('an edit of another shape is a bad request', async (payload) => {
  const { app, headers } = await openTestApp({ settings: { mode: 'demo' }, dryRunner: new EchoRunner() });
  const reply = await app.inject({ ...dryRun, payload, headers });
  expect(reply.json()).toMatchObject({ code: 'BAD_REQUEST' });
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
