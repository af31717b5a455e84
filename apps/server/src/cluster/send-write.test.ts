import { expect, onTestFinished, test } from 'vitest';
import { buildFixedConnectionSource } from './fixed-connection-source.ts';
import { KubeClusterClient } from './kube-cluster-client.ts';
import type { ObjectWrite } from './object-writes.ts';
import { sendJson, sendStatus, startScriptedApiServer, type Answer } from './testing/scripted-api-server.ts';

const service: ObjectWrite = {
  kind: 'Service',
  namespace: 'shop',
  name: 'web',
  object: { kind: 'Service', metadata: { name: 'web', uid: 'u', resourceVersion: '7' } },
  isDryRun: false,
};

async function open(answer: Answer, writeTimeLimitMs?: number) {
  const server = await startScriptedApiServer(answer);
  const source = buildFixedConnectionSource({ contextName: 'x', server: server.url });
  const connect = async () => (await source.connect('x')).connection;
  const client = new KubeClusterClient({ contextName: 'x', server: server.url, connect, writeTimeLimitMs });
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return { client, server };
}

const common = 'fieldManager=fairlead&fieldValidation=Strict';

test('writes say who writes, are strict, and give the API server less time than they wait', async () => {
  const { client, server } = await open((_request, response) => sendJson(response, 200, {}));
  await client.putObject(service);
  await client.putObject({ ...service, isDryRun: true });
  await client.createObject({ ...service, kind: 'Ingress', isDryRun: true });
  await client.deleteObject({ ...service, uid: 'u', resourceVersion: '7', isDryRun: true });
  expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `PUT /api/v1/namespaces/shop/services/web?${common}&timeout=20s`,
    `PUT /api/v1/namespaces/shop/services/web?${common}&dryRun=All&timeout=20s`,
    `POST /apis/networking.k8s.io/v1/namespaces/shop/ingresses?${common}&dryRun=All&timeout=20s`,
    'DELETE /api/v1/namespaces/shop/services/web?timeout=20s',
  ]);
  expect(JSON.parse(server.requests[3]?.body ?? '')).toEqual({
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    preconditions: { uid: 'u', resourceVersion: '7' },
    dryRun: ['All'],
  });
});

test.each([
  { metadata: { name: 'web' } },
  { metadata: { name: 'web', uid: 'u' } },
  { metadata: { name: 'web', resourceVersion: '7', uid: '' } },
  { metadata: null },
  {},
])('a PUT that is not pinned is a bug: %j', async (object) => {
  const { client, server } = await open((_request, response) => sendJson(response, 200, {}));
  await expect(client.putObject({ ...service, object })).rejects.toThrow(TypeError);
  expect(server.requests).toEqual([]);
});

test('another kind is a bug, another name than a name is refused', async () => {
  const { client, server } = await open((_request, response) => sendJson(response, 200, {}));
  const secret = { ...service, kind: 'Secret' } as unknown as ObjectWrite;
  await expect(client.createObject(secret)).rejects.toThrow('objects of kind Secret are not written');
  await expect(client.putObject({ ...service, name: 'web/status' })).rejects.toMatchObject({
    code: 'OBJECT_NAME_INVALID',
  });
  expect(server.requests).toEqual([]);
});

test('warnings come with what is stored and with what is refused', async () => {
  const { client } = await open((request, response) => {
    response.setHeader('warning', ['299 - "one"', '299 - "two, \\"three\\""']);
    if (request.method === 'PUT') sendJson(response, 200, { kind: 'Service' });
    else sendStatus(response, 422, { message: 'no' });
  });
  const warnings = ['one', 'two, "three"'];
  expect(await client.putObject(service)).toEqual({
    kind: 'accepted',
    object: { kind: 'Service' },
    warnings,
  });
  expect(await client.createObject(service)).toMatchObject({
    kind: 'refused',
    problem: { details: { kubernetesMessage: 'no' } },
    warnings,
  });
});

test.each<[string, Answer]>([
  ['is cut', (_request, response) => response.destroy()],
  ['never comes', () => undefined],
  ['is no JSON', (_request, response) => void response.writeHead(200).end('<html>')],
  [
    'stops half-way',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"kind":');
      response.destroy();
    },
  ],
])('an answer that %s leaves the write unanswered, and it is not sent again', async (_how, answer) => {
  const { client, server } = await open(answer, 300);
  expect(await client.putObject(service)).toMatchObject({ kind: 'unanswered' });
  expect(server.requests).toHaveLength(1);
});

test('a write that could not be sent is no unanswered one', async () => {
  const { client, server } = await open((_request, response) => sendJson(response, 200, {}));
  await server.close();
  await expect(client.putObject(service)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE' });
});
