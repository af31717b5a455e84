import { objectEventsPath, objectEventsReplySchema, objectReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { openTestApp } from '../../testing/test-app.ts';

test('a whole object comes as the API server wrote it, large numbers included', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.client.objectJson = '{"kind":"Service","metadata":{"generation":9223372036854775807}}';
  const reply = await app.inject({ url: '/api/contexts/demo/objects/Service/shop/web', headers });
  expect(reply.body).toBe(`{"object":${directory.client.objectJson}}`);
  expect(reply.headers['content-type']).toMatch(/^application\/json/);
  objectReplySchema.parse(reply.json());
  expect(directory.client.asked).toEqual(['get services shop/web']);
});

test('a cluster-scoped object is asked for without a namespace', async () => {
  const { app, headers, directory } = await openTestApp();
  await app.inject({ url: '/api/contexts/demo/objects/Node/-/edge-1', headers });
  expect(directory.client.asked).toEqual(['get nodes -/edge-1']);
});

test.each([
  'Node/shop/edge-1',
  'Service/-/web',
  'Secret/shop/web',
  'Service/Shop/web',
  'Service/shop/..',
  'Service/shop/a%2fb',
])('%s names no object one may ask for', async (path) => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ url: `/api/contexts/demo/objects/${path}`, headers });
  expect(reply.json()).toMatchObject({ statusCode: path.endsWith('..') ? 404 : 400 });
  expect(directory.client.asked).toEqual([]);
});

test('a name of 253 characters is asked for', async () => {
  const { app, headers } = await openTestApp();
  const url = `/api/contexts/demo/objects/Service/shop/${'a'.repeat(253)}`;
  expect((await app.inject({ url, headers })).statusCode).toBe(200);
});

test('an object that is gone is not found, in the words of the API server', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.client.problem = new ClusterProblem('OBJECT_NOT_FOUND', 'shop/web does not exist.', {
    hint: 'Look again.',
    details: { kubernetesMessage: 'services "web" not found' },
  });
  const reply = await app.inject({ url: '/api/contexts/demo/objects/Service/shop/web', headers });
  expect(reply.json()).toMatchObject({
    code: 'OBJECT_NOT_FOUND',
    statusCode: 404,
    details: { kubernetesMessage: 'services "web" not found' },
  });
});

test('the events of an object are those about it', async () => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ url: '/api/contexts/demo/objects/Pod/shop/web-1/events', headers });
  expect(objectEventsReplySchema.parse(reply.json())).toEqual({ events: [] });
  expect(directory.client.asked).toEqual(['events Pod shop/web-1']);
});

test('events of one very object are asked for by its uid', async () => {
  const { app, headers, directory } = await openTestApp();
  const url = objectEventsPath('demo', { kind: 'Pod', namespace: 'shop', name: 'web-1' }, 'a-1,b=2&c');
  expect((await app.inject({ url, headers })).statusCode).toBe(200);
  expect(directory.client.asked).toEqual(['events Pod shop/web-1 a-1,b=2&c']);
});

test.each(['uid=', `uid=${'a'.repeat(254)}`, 'uid=a%00', 'uid=a&uid=b', 'fieldSelector=a%3Db'])(
  'events are not asked for with %s',
  async (query) => {
    const { app, headers, directory } = await openTestApp();
    const url = `/api/contexts/demo/objects/Pod/shop/web-1/events?${query}`;
    expect((await app.inject({ url, headers })).statusCode).toBe(400);
    expect(directory.client.asked).toEqual([]);
  },
);
