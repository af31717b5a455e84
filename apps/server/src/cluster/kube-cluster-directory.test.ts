import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClusterConnection } from './cluster-connection.ts';
import { ClusterProblem } from './cluster-problem.ts';
import type { ConnectionSource } from './connection-source.ts';
import { KubeClusterDirectory } from './kube-cluster-directory.ts';
import { sendJson, startScriptedApiServer, type ScriptedApiServer } from './testing/scripted-api-server.ts';

let server: ScriptedApiServer;
let directory: KubeClusterDirectory;
let identity: string;
let token: string;
let changed: () => void;

const unknown = (name: string): ClusterProblem =>
  new ClusterProblem('CONTEXT_UNKNOWN', `no context ${name}`, { hint: '' });

const connectionOf = (contextName: string): ClusterConnection => ({
  contextName,
  server: server.url,
  namespace: undefined,
  caPem: undefined,
  tlsServerName: undefined,
  skipsTlsVerification: false,
  proxyUrl: undefined,
  readCredentials: async () => ({
    headers: { authorization: `Bearer ${token}` },
    clientCertificate: undefined,
  }),
  forgetCredentials: () => false,
});

beforeEach(async () => {
  server = await startScriptedApiServer((_request, response) => sendJson(response, 200, {}));
  identity = 'first';
  token = 'first';
  const source: ConnectionSource = {
    listContexts: async () => [],
    connect: async (name) => {
      if (name !== 'test') throw unknown(name);
      return { connection: connectionOf(name), identity };
    },
    watch: (onChange) => (changed = onChange),
    close: () => undefined,
  };
  directory = new KubeClusterDirectory({ source });
});
afterEach(async () => {
  await directory.close();
  await server.close();
});

test('all who ask for a context share one client and one reader', async () => {
  const [first, second] = await Promise.all([directory.getReader('test'), directory.getReader('test')]);
  expect(first).toBe(second);
  expect(await directory.getClient('test')).toBe(await directory.getClient('test'));
  expect(directory.listReaders()).toEqual([first]);
});

test('an unknown context is CONTEXT_UNKNOWN', async () => {
  await expect(directory.getReader('other')).rejects.toMatchObject({ code: 'CONTEXT_UNKNOWN' });
  await expect(directory.getClient('other')).rejects.toMatchObject({ code: 'CONTEXT_UNKNOWN' });
});

test('new credentials are used by the client there is', async () => {
  const client = await directory.getClient('test');
  token = 'second';
  await client.getVersion();
  expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer second');
  expect(await directory.getClient('test')).toBe(client);
});

test('a context that has come to mean another cluster gets a new client, and its reader a new epoch, unasked', async () => {
  const client = await directory.getClient('test');
  const reader = await directory.getReader('test');
  reader.acquire();
  const { epoch } = reader;
  identity = 'second';
  changed();
  await expect.poll(() => reader.epoch).not.toBe(epoch);
  expect(await directory.getClient('test')).not.toBe(client);
  expect(await directory.getReader('test')).toBe(reader);
});
