import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClusterConnection, ConnectionCredentials } from './cluster-connection.ts';
import { KubeClusterClient } from './kube-cluster-client.ts';
import { sendJson, startScriptedApiServer, type ScriptedApiServer } from './testing/scripted-api-server.ts';
import {
  testCa,
  testClientCertificate,
  testClientKey,
  testServerCertificate,
  testServerKey,
} from './testing/test-certificates.ts';

const clientCertificate = { certificatePem: testClientCertificate, keyPem: testClientKey };

let server: ScriptedApiServer;
const clients: KubeClusterClient[] = [];

beforeEach(async () => {
  const tls = { cert: testServerCertificate, key: testServerKey, ca: testCa, requestCert: true };
  server = await startScriptedApiServer(
    (_request, response) => sendJson(response, 200, { gitVersion: 'v1.37.2' }),
    tls,
  );
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await server.close();
});

function build(
  change: Partial<ClusterConnection>,
  certificate?: ConnectionCredentials['clientCertificate'],
): KubeClusterClient {
  const connection: ClusterConnection = {
    contextName: 'test',
    server: server.url,
    namespace: undefined,
    caPem: testCa,
    tlsServerName: 'kubernetes.test',
    skipsTlsVerification: false,
    proxyUrl: undefined,
    readCredentials: async () => ({ headers: {}, clientCertificate: certificate }),
    forgetCredentials: () => false,
    ...change,
  };
  const client = new KubeClusterClient({
    contextName: 'test',
    server: server.url,
    connect: async () => connection,
  });
  clients.push(client);
  return client;
}

test('a custom CA and a tls-server-name are used, with a client certificate', async () => {
  expect(await build({}, clientCertificate).getVersion()).toMatchObject({ gitVersion: 'v1.37.2' });
});

test('a server of an unknown CA is refused', async () => {
  await expect(build({ caPem: undefined }, clientCertificate).getVersion()).rejects.toMatchObject({
    code: 'CLUSTER_TLS_FAILED',
  });
});

test('a server of another name is refused', async () => {
  await expect(build({ tlsServerName: 'other.test' }, clientCertificate).getVersion()).rejects.toMatchObject({
    code: 'CLUSTER_TLS_FAILED',
  });
});

test('a server that wants a client certificate and gets none refuses', async () => {
  await expect(build({}).getVersion()).rejects.toMatchObject({
    code: expect.stringMatching(/^CLUSTER_(?:TLS_FAILED|UNREACHABLE)$/),
  });
});

test('insecure-skip-tls-verify takes any server', async () => {
  const client = build(
    { caPem: undefined, tlsServerName: undefined, skipsTlsVerification: true },
    clientCertificate,
  );
  expect(await client.getVersion()).toMatchObject({ gitVersion: 'v1.37.2' });
});
