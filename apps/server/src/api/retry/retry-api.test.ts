import { retryPath, retryReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { openTestApp } from '../../testing/test-app.ts';

test('asking to try now reaches the reader of the context and says what it did', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.reader.waiting = 12;
  const reply = await app.inject({ method: 'POST', url: retryPath('demo'), headers, payload: {} });
  expect(retryReplySchema.parse(reply.json())).toEqual({ retried: 12 });
  expect(directory.reader.retries).toBe(1);
});

test('it is allowed where changes are not: nothing is written', async () => {
  const { app, headers } = await openTestApp({ settings: { isReadOnly: true } });
  const reply = await app.inject({ method: 'POST', url: retryPath('demo'), headers, payload: {} });
  expect(reply.statusCode).toBe(200);
});

test('a context that is not there is said to be so', async () => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ method: 'POST', url: retryPath('other'), headers, payload: {} });
  expect(reply.json()).toMatchObject({ code: 'CONTEXT_UNKNOWN', statusCode: 404 });
  expect(directory.reader.retries).toBe(0);
});

test('a kubeconfig that cannot be read says why nothing is tried', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.problem = new ClusterProblem('KUBECONFIG_INVALID', 'Line 3 is no YAML.', { hint: 'Look at it.' });
  const reply = await app.inject({ method: 'POST', url: retryPath('demo'), headers, payload: {} });
  expect(reply.json()).toMatchObject({ code: 'KUBECONFIG_INVALID', hint: 'Look at it.' });
});

test('a body with anything in it is refused', async () => {
  const { app, headers, directory } = await openTestApp();
  const payload = { kind: 'Service' };
  const reply = await app.inject({ method: 'POST', url: retryPath('demo'), headers, payload });
  expect(reply.json()).toMatchObject({ code: 'BAD_REQUEST' });
  expect(directory.reader.retries).toBe(0);
});
