import { clusterReplySchema, contextsReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { openTestApp } from '../../testing/test-app.ts';

test('the contexts are listed with the one kubectl would use', async () => {
  const { app, headers } = await openTestApp();
  const reply = await app.inject({ url: '/api/contexts', headers });
  expect(contextsReplySchema.parse(reply.json())).toMatchObject({ defaultContext: 'demo' });
});

test('a context is asked who and what it is', async () => {
  const { app, headers } = await openTestApp();
  const reply = await app.inject({ url: '/api/contexts/demo', headers });
  expect(clusterReplySchema.parse(reply.json())).toEqual({
    context: 'demo',
    server: 'https://127.0.0.1:6443',
    clusterId: 'uid-of-kube-system',
    version: 'v1.34.1',
    userName: 'viewer',
  });
});

test('an unknown context is not found', async () => {
  const { app, headers } = await openTestApp();
  const reply = await app.inject({ url: '/api/contexts/arn%3Aaws%2Fother', headers });
  expect(reply.statusCode).toBe(404);
  expect(reply.json()).toMatchObject({
    code: 'CONTEXT_UNKNOWN',
    title: 'There is no context arn:aws/other.',
  });
});

test('an API server that does not answer is told with its own words', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.client.problem = new ClusterProblem(
    'CLUSTER_UNREACHABLE',
    'Nothing answers at https://127.0.0.1:6443.',
    {
      hint: 'Start it.',
      details: { retryAfterMs: 500 },
    },
  );
  const reply = await app.inject({ url: '/api/contexts/demo', headers });
  expect(reply.statusCode).toBe(503);
  expect(reply.json()).toEqual({
    code: 'CLUSTER_UNREACHABLE',
    statusCode: 503,
    title: 'Nothing answers at https://127.0.0.1:6443.',
    hint: 'Start it.',
    details: { retryAfterMs: 500 },
  });
});

test('what nobody expected says nothing about itself', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.getClient = () => Promise.reject(new Error('password=1234'));
  const reply = await app.inject({ url: '/api/contexts/demo', headers });
  expect(reply.statusCode).toBe(500);
  expect(reply.json()).toMatchObject({ code: 'INTERNAL' });
  expect(reply.body).not.toContain('1234');
});
