import {
  certificatePath,
  certificateReplySchema,
  tlsSecretsPath,
  tlsSecretsReplySchema,
} from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { startFakeContractCluster } from '../../cluster/testing/contract-clusters.ts';
import { buildSelfSignedCertificate } from '../../demo/self-signed-certificate.ts';
import { openClusterApp, type ClusterApp } from '../../testing/cluster-app.ts';
import { openTestApp } from '../../testing/test-app.ts';
import { Colleague } from '../edits/testing/colleague.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const pair = buildSelfSignedCertificate({
  names: ['shop.example.com'],
  notBeforeMs: Date.UTC(2026, 0, 1),
  notAfterMs: Date.UTC(2027, 0, 1),
});

/** A cluster with a TLS Secret, one that is broken in full of canaries, and one of another type. */
async function openSecretWorld(identity: 'admin' | 'viewer' = 'admin'): Promise<ClusterApp> {
  const cluster = await startFakeContractCluster();
  const colleague = new Colleague(cluster);
  await colleague.arrive();
  const secrets = [
    { name: 'shop-tls', type: 'kubernetes.io/tls', certificate: pair.certificatePem, key: pair.keyPem },
    { name: 'broken', type: 'kubernetes.io/tls', certificate: 'CANARY-CERTIFICATE', key: 'CANARY-KEY' },
    { name: 'password', type: 'Opaque', certificate: 'CANARY-PASSWORD', key: 'CANARY-PASSWORD' },
  ];
  for (const { name, type, certificate, key } of secrets) {
    const data = { 'tls.crt': base64(certificate), 'tls.key': base64(key) };
    const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name }, type, data };
    const { statusCode } = await colleague.send({
      method: 'POST',
      path: '/api/v1/namespaces/shop/secrets',
      body,
    });
    expect(statusCode).toBe(201);
  }
  const page = await openClusterApp(cluster, { identity });
  return page;
}

test('the names of TLS Secrets are read as metadata, others are left out', async () => {
  const { app, headers, door } = await openSecretWorld();
  const reply = await app.inject({ url: tlsSecretsPath('admin', 'shop'), headers });
  expect(tlsSecretsReplySchema.parse(reply.json())).toEqual({ names: ['broken', 'shop-tls'] });
  const asked = door.requests.filter(({ path }) => path.includes('/secrets'));
  expect(asked.map(({ accept }) => accept)).toEqual([
    'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
  ]);
});

test('of a certificate there are facts, and nothing is kept: each question reads again', async () => {
  const { app, headers, door } = await openSecretWorld();
  for (const _ of [1, 2]) {
    const reply = await app.inject({ url: certificatePath('admin', 'shop', 'shop-tls'), headers });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(certificateReplySchema.parse(reply.json())).toEqual({
      names: ['shop.example.com'],
      commonName: 'shop.example.com',
      issuer: 'shop.example.com',
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-01-01T00:00:00Z',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      isKeyPresent: true,
    });
    expect(reply.body).not.toContain('PRIVATE');
  }
  expect(door.requests.filter(({ path }) => path.endsWith('/secrets/shop-tls'))).toHaveLength(2);
});

test('no reply holds anything of a Secret’s content', async () => {
  const { app, headers } = await openSecretWorld();
  for (const name of ['broken', 'password', 'shop-tls', 'missing']) {
    const { body } = await app.inject({ url: certificatePath('admin', 'shop', name), headers });
    expect(body).not.toMatch(/CANARY|Q0FOQVJZ|PRIVATE/);
  }
  const { body } = await app.inject({ url: certificatePath('admin', 'shop', 'broken'), headers });
  expect(JSON.parse(body)).toMatchObject({ problem: 'certificate-unreadable', isKeyPresent: true });
});

test('a Secret that is not there is an answer, not an error', async () => {
  const { app, headers } = await openSecretWorld();
  const reply = await app.inject({ url: certificatePath('admin', 'shop', 'absent'), headers });
  expect(reply.statusCode).toBe(200);
  expect(certificateReplySchema.parse(reply.json())).toMatchObject({ names: [], problem: 'secret-missing' });
});

test('who may not read Secrets is told so in the API server’s words', async () => {
  const { app, headers } = await openSecretWorld('viewer');
  const list = await app.inject({ url: tlsSecretsPath('viewer', 'shop'), headers });
  expect(list.json()).toMatchObject({
    code: 'CLUSTER_FORBIDDEN',
    statusCode: 403,
    details: {
      kubernetesMessage:
        'secrets is forbidden: User "viewer" cannot list resource "secrets" in API group "" in the namespace "shop"',
    },
  });
  const one = await app.inject({ url: certificatePath('viewer', 'shop', 'shop-tls'), headers });
  expect(one.json()).toMatchObject({ code: 'CLUSTER_FORBIDDEN' });
});

test.each(['tls-secrets/..', 'tls-secrets/Shop', 'tls-secrets/shop/a%2fb', 'tls-secrets/shop/..'])(
  '%s names nothing one may ask for',
  async (path) => {
    const { app, headers, directory } = await openTestApp();
    const reply = await app.inject({ url: `/api/contexts/demo/${path}`, headers });
    expect([400, 404]).toContain(reply.statusCode);
    expect(directory.client.asked).toEqual([]);
  },
);
