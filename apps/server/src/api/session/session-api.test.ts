import { sessionReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { openTestApp } from '../../testing/test-app.ts';

test('the session says which contexts there are and which one is the default', async () => {
  const { app, headers, session } = await openTestApp();
  const reply = await app.inject({ url: '/api/session', headers });
  expect(sessionReplySchema.parse(reply.json())).toMatchObject({
    mode: 'serve',
    readOnly: false,
    canDryRun: true,
    startId: session.startId,
    defaultContext: 'demo',
    contexts: [{ name: 'demo', server: 'https://127.0.0.1:6443', isDefault: true }],
  });
});

test.each([
  [{ isReadOnly: true }, true],
  [{ mode: 'demo' }, true],
  [{ isReadOnly: false }, false],
] as const)('the session says whether changes are refused by choice: %o', async (settings, readOnly) => {
  const { app, headers } = await openTestApp({ settings });
  const reply = await app.inject({ url: '/api/session', headers });
  expect(reply.json()).toMatchObject({ readOnly });
});

test('the session never repeats the token', async () => {
  const { app, headers, session } = await openTestApp();
  expect((await app.inject({ url: '/api/session', headers })).body).not.toContain(session.token);
});

test('a broken kubeconfig is part of the answer: the page explains it', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.problem = new ClusterProblem('KUBECONFIG_INVALID', 'config is no YAML: line 3.', {
    hint: 'Look at it.',
  });
  const reply = await app.inject({ url: '/api/session', headers });
  expect(reply.statusCode).toBe(200);
  expect(sessionReplySchema.parse(reply.json())).toMatchObject({
    contexts: [],
    problem: { code: 'KUBECONFIG_INVALID', title: 'config is no YAML: line 3.', hint: 'Look at it.' },
  });
});

test('without any context the answer says that no cluster is configured', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.contexts = [];
  const reply = await app.inject({ url: '/api/session', headers });
  expect(reply.json()).toMatchObject({ contexts: [], problem: { code: 'CLUSTER_NOT_CONFIGURED' } });
});

test('--context names the default, also before the kubeconfig has it', async () => {
  const { app, headers } = await openTestApp({ settings: { context: 'other' } });
  const reply = await app.inject({ url: '/api/session', headers });
  expect(reply.json()).toMatchObject({ defaultContext: 'other', contexts: [{ isDefault: false }] });
});

test('a one-time code is exchanged for the token once', async () => {
  const { app, session } = await openTestApp();
  const exchange = {
    method: 'POST',
    url: '/api/session/code',
    headers: { host: '127.0.0.1:7420', origin: 'http://127.0.0.1:7420' },
    payload: { code: session.issueCode() },
  } as const;
  expect((await app.inject(exchange)).json()).toEqual({ token: session.token });
  const again = await app.inject(exchange);
  expect(again.statusCode).toBe(401);
  expect(again.json()).toMatchObject({ code: 'CODE_WRONG' });
});

test('a code request of another shape is a bad request that names the field', async () => {
  const { app, headers } = await openTestApp();
  const reply = await app.inject({ method: 'POST', url: '/api/session/code', headers, payload: { code: 7 } });
  expect(reply.json()).toMatchObject({
    code: 'BAD_REQUEST',
    statusCode: 400,
    details: { problems: [{ field: 'code' }] },
  });
});
