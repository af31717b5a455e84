import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

const path = '/api/contexts/demo/updates?epoch=epoch-1&revision=0';

/** The server on a port of its own, and a way to knock at it. */
async function listen(): Promise<TestApp & { connect: (change?: Knock) => WebSocket; port: number }> {
  const opened = await openTestApp();
  const address = await opened.app.listen({ host: '127.0.0.1', port: 0 });
  const port = Number(new URL(address).port);
  const connect = ({ protocols, origin, headers, path: otherPath }: Knock = {}): WebSocket =>
    new WebSocket(
      `ws://127.0.0.1:${port}${otherPath ?? path}`,
      protocols ?? ['fairlead.v1', `fairlead.token.${opened.session.token}`],
      {
        ...(origin !== null && { origin: origin ?? `http://127.0.0.1:${port}` }),
        ...(headers && { headers }),
      },
    );
  return { ...opened, connect, port };
}

interface Knock {
  readonly protocols?: string[];
  readonly origin?: string | null;
  readonly headers?: ClientOptions['headers'];
  readonly path?: string;
}

/** The HTTP status a refused upgrade was answered with. */
async function refusalOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
      socket.terminate();
    });
    socket.on('open', () => reject(new Error('The upgrade was accepted.')));
    socket.on('error', () => undefined);
  });
}

async function nextFrames(socket: WebSocket, count: number): Promise<unknown[]> {
  const frames: unknown[] = [];
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      frames.push(JSON.parse(data.toString()));
      if (frames.length === count) resolve(frames);
    });
  });
}

test('a tab with the token gets updates; only fairlead.v1 is echoed', async () => {
  const { connect, directory } = await listen();
  const socket = connect();
  const frames = nextFrames(socket, 5);
  await once(socket, 'open');
  expect(socket.protocol).toBe('fairlead.v1');
  expect(socket.extensions).toBe('');
  directory.reader.put('Pod/shop/web', { kind: 'Pod' });
  expect(await frames).toMatchObject([
    { type: 'heartbeat' },
    { type: 'access' },
    { type: 'progress' },
    { type: 'upstream' },
    { type: 'changes', from: 0, revision: 1 },
  ]);
  expect(directory.reader.viewers).toBe(1);
  socket.close();
  await once(socket, 'close');
});

test.each<[string, number, Knock]>([
  ['from another site', 403, { origin: 'https://evil.test' }],
  ['from a sandboxed frame', 403, { origin: 'null' }],
  ['from another port of this machine', 403, { origin: 'http://localhost:3000' }],
  ['from nowhere', 403, { origin: null }],
  ['to another host', 403, { headers: { host: 'evil.test' }, origin: 'http://evil.test' }],
  ['without a token', 401, { protocols: ['fairlead.v1'] }],
  ['with a wrong token', 401, { protocols: ['fairlead.v1', 'fairlead.token.x'] }],
  ['with the token in the address', 400, { path: `${path}&token=x` }],
  ['to another path', 404, { path: '/api/contexts/demo/exec' }],
  ['without a position', 400, { path: '/api/contexts/demo/updates' }],
  ['to an unknown context', 404, { path: '/api/contexts/other/updates?epoch=e&revision=0' }],
  ['to a context that cannot be decoded', 400, { path: '/api/contexts/%ff/updates?epoch=e&revision=0' }],
])('an upgrade %s is refused with %i', async (_what, statusCode, knock) => {
  const { connect, directory } = await listen();
  expect(await refusalOf(connect(knock))).toBe(statusCode);
  expect(directory.reader.viewers).toBe(0);
});

test('a tab that is not known any more is told to start anew', async () => {
  const { connect } = await listen();
  const socket = connect({ path: '/api/contexts/demo/updates?epoch=old&revision=3' });
  const frames = nextFrames(socket, 1);
  const [code] = await once(socket, 'close');
  expect(await frames).toEqual([{ type: 'resync', reason: 'unknown-epoch' }]);
  expect(code).toBe(4000);
});

test('a tab sends nothing: whoever does is cut off', async () => {
  const { connect } = await listen();
  const socket = connect();
  await once(socket, 'open');
  socket.send('hello');
  expect((await once(socket, 'close'))[0]).toBe(1008);
});

test('a message beyond 64 KiB is not even read', async () => {
  const { connect } = await listen();
  const socket = connect();
  await once(socket, 'open');
  socket.send(Buffer.alloc(64 * 1024 + 1));
  expect((await once(socket, 'close'))[0]).toBe(1009);
});

test('the hundred and first tab is told that there is no room', async () => {
  const { connect } = await listen();
  const sockets = Array.from({ length: 100 }, () => connect());
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  expect(await refusalOf(connect())).toBe(503);
});

test('stopping the server tells the tabs and does not wait for them', async () => {
  const { connect, app } = await listen();
  const socket = connect();
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await app.close();
  expect((await closed)[0]).toBe(1001);
});

test('two Host headers on a raw connection are refused', async () => {
  const { port, session } = await listen();
  const raw = connectTcp(port, '127.0.0.1');
  raw.write(
    [
      'GET /api/session HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Host: evil.test',
      `Authorization: Bearer ${session.token}`,
      'Connection: close',
      '',
      '',
    ].join('\r\n'),
  );
  const chunks: Buffer[] = [];
  raw.on('data', (chunk) => chunks.push(chunk));
  await once(raw, 'close');
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 40[03] /);
});
