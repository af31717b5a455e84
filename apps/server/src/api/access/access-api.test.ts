import { accessReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { openTestApp } from '../../testing/test-app.ts';

const url = '/api/contexts/demo/access';

test('each question gets its answer, in order', async () => {
  const { app, headers, directory } = await openTestApp();
  const reviews = [
    { verb: 'list', kind: 'Pod', namespace: 'shop' },
    { verb: 'delete', kind: 'Ingress' },
  ];
  const reply = await app.inject({ method: 'POST', url, headers, payload: { reviews } });
  expect(accessReplySchema.parse(reply.json())).toEqual({
    reviews: [
      { verb: 'list', kind: 'Pod', namespace: 'shop', isAllowed: true },
      { verb: 'delete', kind: 'Ingress', isAllowed: false },
    ],
  });
  expect(directory.client.asked).toEqual(['may list pods in shop', 'may delete ingresses in *']);
});

test('a question about a cluster-scoped kind goes without a namespace', async () => {
  const { app, headers, directory } = await openTestApp();
  const reviews = [{ verb: 'list', kind: 'Node', namespace: 'shop' }];
  await app.inject({ method: 'POST', url, headers, payload: { reviews } });
  expect(directory.client.asked).toEqual(['may list nodes in *']);
});

test.each([
  [{}],
  [{ reviews: [] }],
  [{ reviews: [{ verb: 'impersonate', kind: 'Pod' }] }],
  [{ reviews: [{ verb: 'list', kind: 'Secret' }] }],
  [{ reviews: [{ verb: 'list', kind: 'constructor' }] }],
  [{ reviews: [{ verb: 'list', kind: 'Pod', namespace: '../x' }] }],
])('%j is a bad request', async (payload) => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ method: 'POST', url, headers, payload });
  expect(reply.json()).toMatchObject({ code: 'BAD_REQUEST' });
  expect(directory.client.asked).toEqual([]);
});
