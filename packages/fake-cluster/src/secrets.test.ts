import { expect, test } from 'vitest';
import { createFakeCluster } from './index.ts';
import { fieldOf, listAt } from './json/json-value.ts';
import { ask, namesIn } from './testing/ask.ts';
import { createManualClock } from './testing/index.ts';

const path = '/api/v1/namespaces/default/secrets';
const tls = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'shop-tls' },
  type: 'kubernetes.io/tls',
  data: { 'tls.crt': 'Y2VydA==', 'tls.key': 'a2V5' },
};

function openWithSecrets() {
  const cluster = createFakeCluster(createManualClock());
  expect(ask(cluster, { method: 'POST', path, json: tls }).statusCode).toBe(201);
  const opaque = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'password' }, data: { a: 'Yg==' } };
  expect(ask(cluster, { method: 'POST', path, json: opaque }).statusCode).toBe(201);
  return cluster;
}

test('Secrets can be listed by type', () => {
  const cluster = openWithSecrets();
  expect(namesIn(ask(cluster, { path }).body)).toEqual(['password', 'shop-tls']);
  expect(namesIn(ask(cluster, { path, query: 'fieldSelector=type%3Dkubernetes.io%2Ftls' }).body)).toEqual([
    'shop-tls',
  ]);
  expect(namesIn(ask(cluster, { path, query: 'fieldSelector=type%3DOpaque' }).body)).toEqual(['password']);
});

test('a list of metadata holds no data', () => {
  const accept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
  const { body, text } = ask(openWithSecrets(), { path, headers: { accept } });
  expect(fieldOf(body, 'kind')).toBe('PartialObjectMetadataList');
  expect(listAt(body, 'items').map((item) => fieldOf(item, 'data'))).toEqual([undefined, undefined]);
  expect(text).not.toContain('a2V5');
});

test('a TLS Secret needs certificate and key, and stays one', () => {
  const cluster = openWithSecrets();
  const bare = { ...tls, metadata: { name: 'bare' }, data: {} };
  expect(ask(cluster, { method: 'POST', path, json: bare }).body).toMatchObject({
    code: 422,
    details: {
      causes: [
        { field: 'data[tls.crt]', reason: 'FieldValueRequired' },
        { field: 'data[tls.key]', reason: 'FieldValueRequired' },
      ],
    },
  });
  const changed = { ...tls, type: 'Opaque' };
  expect(ask(cluster, { method: 'PUT', path: `${path}/shop-tls`, json: changed }).body).toMatchObject({
    code: 422,
    details: { causes: [{ field: 'type' }] },
  });
});
