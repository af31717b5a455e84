import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:http';

import { kindInfo } from '@fairlead/kube-objects';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import type { ByteSink } from './cluster-client.ts';
import type { ClusterConnection } from './cluster-connection.ts';
import { KubeClusterClient } from './kube-cluster-client.ts';
import { FakeClock } from './testing/fake-clock.ts';
import {
  sendJson,
  sendStatus,
  startScriptedApiServer,
  type ScriptedApiServer,
} from './testing/scripted-api-server.ts';

const pods = kindInfo('Pod');
const signal = new AbortController().signal;
const ignore: ByteSink = { onBytes: () => undefined };

let server: ScriptedApiServer;
const clients: KubeClusterClient[] = [];

function buildClient(change: Partial<ClusterConnection> = {}, clock = systemClock): KubeClusterClient {
  const connection: ClusterConnection = {
    contextName: 'test',
    server: server.url,
    namespace: undefined,
    caPem: undefined,
    tlsServerName: undefined,
    skipsTlsVerification: false,
    proxyUrl: undefined,
    readCredentials: async () => ({ headers: { authorization: 'Bearer t' }, clientCertificate: undefined }),
    forgetCredentials: () => false,
    ...change,
  };
  const client = new KubeClusterClient({
    contextName: 'test',
    server: connection.server,
    connect: async () => connection,
    clock,
  });
  clients.push(client);
  return client;
}

const listPods = (client: KubeClusterClient): Promise<void> =>
  client.readListPage({ type: pods, namespace: undefined, limit: 500 }, ignore, signal);

beforeEach(async () => {
  server = await startScriptedApiServer((_request, response) => sendJson(response, 200, {}));
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await server.close();
});

describe('addresses', () => {
  test('a list asks for a page without resourceVersion', async () => {
    await buildClient().readListPage(
      { type: kindInfo('Ingress'), namespace: 'shop', limit: 500, continueToken: 'a&b=c' },
      ignore,
      signal,
    );
    expect(server.requests[0]?.url).toBe(
      '/apis/networking.k8s.io/v1/namespaces/shop/ingresses?limit=500&continue=a%26b%3Dc',
    );
  });

  test('a watch asks for bookmarks from a version', async () => {
    await buildClient().readWatch(
      { type: pods, namespace: undefined, resourceVersion: '7', timeoutSeconds: 8 },
      ignore,
      signal,
    );
    expect(server.requests[0]?.url).toBe(
      '/api/v1/pods?watch=true&allowWatchBookmarks=true&resourceVersion=7&timeoutSeconds=8',
    );
  });

  test('the server’s path prefix is kept', async () => {
    await buildClient({ server: `${server.url}/k8s/clusters/c-1/` }).getVersion();
    expect(server.requests[0]?.url).toBe('/k8s/clusters/c-1/version');
  });

  test.each([
    [{ namespace: '..', name: 'web' }],
    [{ namespace: 'a/b', name: 'web' }],
    [{ namespace: 'Shop', name: 'web' }],
    [{ namespace: 'shop', name: '../secrets/x' }],
    [{ namespace: 'shop', name: '..' }],
    [{ namespace: 'shop', name: '%2e%2e' }],
    [{ namespace: 'shop', name: 'a?b\u0000' }],
    [{ namespace: 'shop', name: '' }],
    [{ namespace: 'n'.repeat(64), name: 'web' }],
    [{ namespace: 'shop', name: 'n'.repeat(254) }],
  ])('nothing is sent for %j', async (address) => {
    await expect(buildClient().getObject({ type: pods, ...address })).rejects.toMatchObject({
      code: 'OBJECT_NAME_INVALID',
    });
    expect(server.requests).toHaveLength(0);
  });

  test.each([
    { group: 'a/b', version: 'v1', resource: 'pods' },
    { group: '..', version: 'v1', resource: 'pods' },
    { group: '', version: '..', resource: 'pods' },
    { group: '', version: 'v1', resource: 'pods/../secrets' },
    { group: '', version: 'v1', resource: 'pods?watch=true' },
  ])('nothing is sent for the type %j', async (type) => {
    await expect(buildClient().getObject({ type, namespace: 'shop', name: 'web' })).rejects.toMatchObject({
      code: 'OBJECT_NAME_INVALID',
    });
    expect(server.requests).toHaveLength(0);
  });

  test('a name with reserved characters is encoded', async () => {
    await buildClient().getObject({ type: pods, namespace: undefined, name: 'system:node?x=1#y;z' });
    expect(server.requests[0]?.url).toBe('/api/v1/pods/system%3Anode%3Fx%3D1%23y%3Bz');
  });

  test('only these headers go out', async () => {
    await buildClient().getVersion();
    expect(Object.keys(server.requests[0]?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'authorization',
      'connection',
      'host',
      'user-agent',
    ]);
  });
});

describe('answers', () => {
  test('a whole object keeps what JSON.parse would lose', async () => {
    server.answer = (_request, response) =>
      sendJson(response, 200, '{"kind":"Pod","big":9223372036854775807}');
    const { json } = await buildClient().getObject({ type: pods, namespace: 'shop', name: 'web' });
    expect(json).toContain('9223372036854775807');
  });

  test('events come newest first, both generations of them', async () => {
    server.answer = (_request, response) =>
      sendJson(response, 200, {
        items: [
          {
            metadata: { uid: 'a' },
            reason: 'Old',
            count: 3,
            lastTimestamp: '2026-01-01T00:00:00Z',
            source: { component: 'kubelet' },
          },
          {
            metadata: { uid: 'b' },
            reason: 'New',
            eventTime: '2026-01-02T00:00:00.000001Z',
            series: { count: 2, lastObservedTime: '2026-01-03T00:00:00.000001Z' },
            reportingComponent: 'scheduler',
          },
        ],
      });
    const events = await buildClient().listObjectEvents({ kind: 'Pod', namespace: 'shop', name: 'web' });
    expect(events.map(({ reason, count, reporter }) => [reason, count, reporter])).toEqual([
      ['New', 2, 'scheduler'],
      ['Old', 3, 'kubelet'],
    ]);
    expect(decodeURIComponent(server.requests[0]?.url ?? '')).toContain(
      '/namespaces/shop/events?fieldSelector=involvedObject.kind=Pod,involvedObject.name=web&',
    );
  });

  test('events of a known uid are those of that very object', async () => {
    server.answer = (_request, response) => sendJson(response, 200, { items: [] });
    await buildClient().listObjectEvents({ kind: 'Pod', namespace: 'shop', name: 'web', uid: '7,a=b' });
    expect(decodeURIComponent(server.requests[0]?.url ?? '')).toContain(
      'fieldSelector=involvedObject.kind=Pod,involvedObject.name=web,involvedObject.uid=7\\,a\\=b&',
    );
  });

  test('an access review about a cluster-scoped kind carries no namespace', async () => {
    server.answer = (_request, response) =>
      sendJson(response, 201, { status: { allowed: true, reason: 'RBAC' } });
    const answer = await buildClient().reviewAccess({
      verb: 'list',
      group: '',
      resource: 'nodes',
      namespace: undefined,
    });
    expect(answer).toEqual({ isAllowed: true, reason: 'RBAC' });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({
      spec: { resourceAttributes: { verb: 'list', group: '', resource: 'nodes' } },
    });
    expect(server.requests[0]?.body).not.toContain('namespace');
  });

  test('the identity is the uid of kube-system, else context and server', async () => {
    const client = buildClient();
    server.answer = (_request, response) => sendJson(response, 200, { metadata: { uid: 'u-1' } });
    expect(await client.getIdentity()).toEqual({ id: 'u-1', isFromKubeSystem: true });
    server.answer = (_request, response) => sendStatus(response, 403, { reason: 'Forbidden' });
    expect(await buildClient().getIdentity()).toEqual({ id: `test ${server.url}`, isFromKubeSystem: false });
  });

  test('the identity is still known while the API server fails', async () => {
    const client = buildClient();
    server.answer = (_request, response) => sendJson(response, 200, { metadata: { uid: 'u-1' } });
    await client.getIdentity();
    server.answer = (_request, response) => sendStatus(response, 500, { reason: 'InternalError' });
    expect(await client.getIdentity()).toEqual({ id: 'u-1', isFromKubeSystem: true });
  });

  test.each([
    [401, { reason: 'Unauthorized' }, 'CLUSTER_UNAUTHORIZED'],
    [403, { reason: 'Forbidden' }, 'CLUSTER_FORBIDDEN'],
    [404, { reason: 'NotFound', details: { name: 'web', kind: 'pods' } }, 'OBJECT_NOT_FOUND'],
    [404, { reason: 'NotFound', details: {} }, 'KIND_NOT_SERVED'],
    [409, { reason: 'Conflict' }, 'OBJECT_CHANGED'],
    [409, { reason: 'AlreadyExists' }, 'OBJECT_EXISTS'],
    [410, { reason: 'Expired' }, 'RESOURCE_VERSION_EXPIRED'],
    [422, { reason: 'Invalid' }, 'OBJECT_INVALID'],
    [429, {}, 'CLUSTER_THROTTLED'],
    [500, {}, 'CLUSTER_FAILED'],
    [302, {}, 'CLUSTER_FAILED'],
  ])('HTTP %i %j is %s, with the API server’s words', async (statusCode, fields, code) => {
    const causes = [{ reason: 'FieldValueInvalid', message: 'must be', field: 'spec.x' }];
    const details = { causes, ...('details' in fields ? fields.details : {}) };
    server.answer = (_request, response) =>
      sendStatus(response, statusCode, { message: 'the very words', ...fields, details });
    await expect(
      buildClient().getObject({ type: pods, namespace: 'shop', name: 'web' }),
    ).rejects.toMatchObject({
      code,
      details: { statusCode, kubernetesMessage: 'the very words', causes },
    });
    expect(server.requests).toHaveLength(1);
  });

  test('a refusal in plain text is told by its number', async () => {
    server.answer = (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('404 page not found\n');
    };
    await expect(listPods(buildClient())).rejects.toMatchObject({ code: 'KIND_NOT_SERVED' });
  });

  test('[R14] an HTML page with status 200 is refused', async () => {
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>');
    };
    await expect(listPods(buildClient())).rejects.toMatchObject({ code: 'CLUSTER_ANSWER_BROKEN' });
  });

  test.each([
    [
      'shorter than announced',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"kind"'),
    ],
    [
      'cut in a chunk',
      (socket: Socket) =>
        socket.end(
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{"kind"',
        ),
    ],
    ['no HTTP', (socket: Socket) => socket.end('SSH-2.0-x\r\n\r\n')],
    ['reset', (socket: Socket) => socket.destroy()],
  ])('[R14] an answer that is %s rejects', async (_name, answer) => {
    const tcp = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    const { port } = tcp.address() as AddressInfo;
    await expect(listPods(buildClient({ server: `http://127.0.0.1:${port}` }))).rejects.toMatchObject({
      code: expect.stringMatching(/^CLUSTER_(?:UNREACHABLE|ANSWER_BROKEN)$/),
    });
    tcp.close();
  });

  test('nothing listening is CLUSTER_UNREACHABLE with a sentence for people', async () => {
    const { url } = server;
    await server.close();
    await expect(buildClient({ server: url }).getVersion()).rejects.toMatchObject({
      code: 'CLUSTER_UNREACHABLE',
      message: `${url} cannot be reached: nothing listens there`,
    });
    server = await startScriptedApiServer(() => undefined);
  });

  test('what the reader of a stream throws ends the request', async () => {
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    };
    const broken = new Error('cannot read this');
    const reading = buildClient().readWatch(
      { type: pods, namespace: undefined, resourceVersion: '1', timeoutSeconds: 8 },
      {
        onBytes: () => {
          throw broken;
        },
      },
      signal,
    );
    await expect(reading).rejects.toMatchObject({ cause: broken });
  });

  test('a watch that is called off ends upstream', async () => {
    let isClosed = false;
    const opened = new Promise<void>((resolve) => {
      server.answer = (_request, response) => {
        response.on('close', () => (isClosed = true));
        response.writeHead(200, { 'content-type': 'application/json' });
        response.flushHeaders();
        resolve();
      };
    });
    const abort = new AbortController();
    const watching = buildClient().readWatch(
      { type: pods, namespace: undefined, resourceVersion: '1', timeoutSeconds: 8 },
      ignore,
      abort.signal,
    );
    await opened;
    abort.abort();
    await expect(watching).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => isClosed).toBe(true);
  });
});

describe('manners', () => {
  test('many questions at once put no warning on the terminal', async () => {
    const warnings: string[] = [];
    const collect = (warning: Error): void => void warnings.push(warning.message);
    process.on('warning', collect);
    const client = buildClient();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        client.readCertificateFacts({ namespace: 'shop', name: `tls-${index}` }),
      ),
    );
    process.off('warning', collect);
    expect(server.requests).toHaveLength(40);
    expect(warnings).toEqual([]);
  });

  test('at most four requests are under way besides watches', async () => {
    const held: (() => void)[] = [];
    server.answer = (_request, response) => held.push(() => sendJson(response, 200, {}));
    const client = buildClient();
    const lists = Array.from({ length: 12 }, () => listPods(client));
    await expect.poll(() => held.length).toBe(4);
    const watching = client.readWatch(
      { type: pods, namespace: undefined, resourceVersion: '1', timeoutSeconds: 8 },
      ignore,
      signal,
    );
    await expect.poll(() => held.length).toBe(5);
    const pump = (): void => held.splice(0).forEach((answer) => answer());
    while (server.requests.length < 13) {
      pump();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => (pump(), server.requests.length)).toBe(13);
    pump();
    await Promise.all([...lists, watching]);
    expect(server.mostInFlight).toBe(5);
  });

  test('[R13] after a 429 nothing goes out before Retry-After; a person is told, a list waits', async () => {
    const clock = new FakeClock();
    const client = buildClient({}, clock);
    server.answer = (_request, response) => {
      response.setHeader('retry-after', '7');
      sendStatus(response, 429, { reason: 'TooManyRequests' });
    };
    await expect(listPods(client)).rejects.toMatchObject({
      code: 'CLUSTER_THROTTLED',
      details: { retryAfterMs: 7_000 },
    });
    server.answer = (_request, response) => sendJson(response, 200, {});
    await expect(client.getVersion()).rejects.toMatchObject({
      code: 'CLUSTER_THROTTLED',
      details: { retryAfterMs: 7_000 },
    });
    const waiting = listPods(client);
    await clock.advance(6_900);
    expect(server.requests).toHaveLength(1);
    await clock.advance(100);
    await waiting;
    expect(server.requests).toHaveLength(2);
  });

  test('[R15] a refused token is renewed once and the request repeated', async () => {
    let token = 'old';
    const client = buildClient({
      readCredentials: async () => ({
        headers: { authorization: `Bearer ${token}` },
        clientCertificate: undefined,
      }),
      forgetCredentials: () => {
        token = 'new';
        return true;
      },
    });
    server.answer = ({ headers }, response) =>
      headers.authorization === 'Bearer new'
        ? sendJson(response, 200, { gitVersion: 'v1.37.2' })
        : sendStatus(response, 401);
    expect(await client.getVersion()).toMatchObject({ gitVersion: 'v1.37.2' });
  });
});

describe('proxies', () => {
  test('an http proxy is used through CONNECT', async () => {
    const targets: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket: Socket) => {
      targets.push(request.url ?? '');
      const [host, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    server.answer = (_request, response) => sendJson(response, 200, { gitVersion: 'v1.37.2' });
    const client = buildClient({ proxyUrl: `http://127.0.0.1:${port}` });
    expect(await client.getVersion()).toMatchObject({ gitVersion: 'v1.37.2' });
    expect(targets).toEqual([new URL(server.url).host]);
    await client.close();
    proxy.closeAllConnections();
    proxy.close();
  });

  test.each(['socks5', 'socks5h'])('a %s proxy is used', async (scheme) => {
    const targets: string[] = [];
    const proxy = createTcpServer((socket) => answerSocks(socket, targets));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    server.answer = (_request, response) => sendJson(response, 200, { gitVersion: 'v1.37.2' });
    const client = buildClient({ proxyUrl: `${scheme}://127.0.0.1:${port}` });
    expect(await client.getVersion()).toMatchObject({ gitVersion: 'v1.37.2' });
    expect(targets).toEqual([new URL(server.url).host]);
    await client.close();
    proxy.close();
  });
});

/** The part of RFC 1928 that a client without a password needs, for an IPv4 target. */
function answerSocks(socket: Socket, targets: string[]): void {
  socket.on('error', () => undefined);
  socket.once('data', () => {
    socket.write(Uint8Array.of(5, 0));
    socket.once('data', (request) => {
      const host = [...request.subarray(4, 8)].join('.');
      const port = request.readUInt16BE(8);
      targets.push(`${host}:${port}`);
      const upstream = connect(port, host, () => {
        socket.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0));
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
    });
  });
}
