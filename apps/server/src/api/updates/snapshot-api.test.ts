import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { openTestApp } from '../../testing/test-app.ts';

const url = '/api/contexts/demo/snapshot';
const linesOf = (body: Buffer): unknown[] =>
  body
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a snapshot starts with where it stands and ends with how much it was', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.reader.put('Pod/shop/web', { kind: 'Pod' });
  const reply = await app.inject({ url, headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' } });
  expect(reply.headers).toMatchObject({
    'content-type': 'application/x-ndjson',
    'content-encoding': 'br',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  });
  expect(linesOf(brotliDecompressSync(reply.rawPayload))).toEqual([
    {
      type: 'snapshot',
      epoch: 'epoch-1',
      revision: 1,
      clusterId: 'uid-of-kube-system',
      access: [{ kind: 'Pod', state: 'ready' }],
      progress: { isComplete: true, loaded: 0, expected: 0 },
    },
    { kind: 'Pod' },
    { type: 'end', objects: 1 },
  ]);
});

test('who takes no packing gets plain lines', async () => {
  const { app, headers } = await openTestApp();
  const reply = await app.inject({ url, headers: { ...headers, 'accept-encoding': 'br;q=0' } });
  expect(reply.headers['content-encoding']).toBeUndefined();
  expect(linesOf(reply.rawPayload)).toHaveLength(2);
});

test('a fetched snapshot holds the reading only while it is sent', async () => {
  const { app, headers, directory } = await openTestApp();
  await app.inject({ url, headers });
  expect(directory.reader.viewers).toBe(0);
});

test('a cluster that cannot be reached answers with the reason, and is not held', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.client.problem = new ClusterProblem('CLUSTER_UNREACHABLE', 'Nothing answers.', {
    hint: 'Start it.',
  });
  const reply = await app.inject({ url, headers });
  expect(reply.json()).toMatchObject({ code: 'CLUSTER_UNREACHABLE', statusCode: 503 });
  expect(directory.reader.viewers).toBe(0);
});
