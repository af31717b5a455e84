import { expect, onTestFinished, test } from 'vitest';
import { startFakeListener, type FakeListener } from './fake-listener.ts';

async function start(): Promise<FakeListener> {
  const listener = await startFakeListener({ hasControllers: false });
  onTestFinished(() => listener.close());
  return listener;
}

const asking = (listener: FakeListener, identity: string): { authorization: string } => ({
  authorization: `Bearer ${listener.tokenOf(identity)}`,
});

test('a bearer token says who asks; without one it is nobody in particular, with a wrong one 401', async () => {
  const listener = await start();
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${listener.url}/api/v1/nodes`, { headers })).status;
  expect(await ask(asking(listener, 'admin'))).toBe(200);
  expect(await ask(asking(listener, 'viewer'))).toBe(403);
  expect(await ask({})).toBe(403);
  expect(await ask({ authorization: 'Bearer admin' })).toBe(401);
});

test('a watch streams what is written over HTTP, and ends with the connection', async () => {
  const listener = await start();
  const headers = asking(listener, 'admin');
  const path = `${listener.url}/api/v1/namespaces/default/services`;
  const aborter = new AbortController();
  const response = await fetch(`${path}?watch=true`, { headers, signal: aborter.signal });
  const reader = response.body?.getReader();
  const read = async (): Promise<string> => new TextDecoder().decode((await reader?.read())?.value);
  expect(await read()).toContain('"name":"kubernetes"');
  const body = JSON.stringify({ metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } });
  const made = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  expect(made.status).toBe(201);
  expect(await read()).toContain(
    '"type":"ADDED","object":{"kind":"Service","apiVersion":"v1","metadata":{"name":"web"',
  );
  expect(listener.cluster.openWatchCount()).toBe(1);
  aborter.abort();
  await expect.poll(() => listener.cluster.openWatchCount()).toBe(0);
});

test('a restart of the cluster ends open watches', async () => {
  const listener = await start();
  const headers = asking(listener, 'admin');
  const response = await fetch(`${listener.url}/api/v1/services?watch=true&resourceVersion=99`, { headers });
  listener.cluster.restart();
  expect(await response.text()).toBe('');
});
