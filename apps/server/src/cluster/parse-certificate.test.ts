import { expect, test } from 'vitest';
import { buildSelfSignedCertificate } from '../demo/self-signed-certificate.ts';
import { parseCertificate } from './parse-certificate.ts';
import { testCa, testClientKey, testServerCertificate, testServerKey } from './testing/test-certificates.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const secret = (certificate: string, key: string) => ({
  data: { 'tls.crt': base64(certificate), 'tls.key': base64(key) },
});

const shop = buildSelfSignedCertificate({
  names: ['shop.example.com', '*.shop.example.com'],
  notBeforeMs: Date.UTC(2026, 0, 1),
  notAfterMs: Date.UTC(2051, 5, 30, 12),
});

test('names, issuer, dates and fingerprint are those of the certificate, and the key fits', () => {
  expect(parseCertificate(secret(shop.certificatePem, shop.keyPem))).toEqual({
    names: ['shop.example.com', '*.shop.example.com'],
    commonName: 'shop.example.com',
    issuer: 'shop.example.com',
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2051-06-30T12:00:00Z',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    isKeyPresent: true,
    problem: undefined,
  });
});

test('a certificate that OpenSSL made is read too, the first of a chain', () => {
  const chain = `${testServerCertificate}${shop.certificatePem}`;
  expect(parseCertificate(secret(chain, testServerKey))).toMatchObject({
    names: ['kubernetes.test'],
    issuer: 'test CA',
    problem: undefined,
  });
});

test.each([
  [undefined, 'certificate-missing'],
  [{ data: null }, 'certificate-missing'],
  [{ data: { 'tls.key': base64(shop.keyPem) } }, 'certificate-missing'],
  [{ data: { 'tls.crt': 7 } }, 'certificate-missing'],
  [secret('no PEM', shop.keyPem), 'certificate-unreadable'],
  [{ data: { 'tls.crt': base64(shop.certificatePem) } }, 'key-missing'],
  [secret(shop.certificatePem, 'no PEM'), 'key-unreadable'],
  [secret(shop.certificatePem, testClientKey), 'key-of-another-certificate'],
])('a Secret that cannot serve says why (%#)', (given, problem) => {
  expect(parseCertificate(given)).toMatchObject({ problem });
});

test('a common name is told, but it is no name that the certificate is for', () => {
  expect(parseCertificate(secret(testCa, testServerKey))).toMatchObject({ names: [], commonName: 'test CA' });
});

test('nothing of the key or of an unreadable certificate is in the facts', () => {
  const facts = JSON.stringify([
    parseCertificate(secret(shop.certificatePem, shop.keyPem)),
    parseCertificate(secret('CANARY-CERTIFICATE', 'CANARY-KEY')),
    parseCertificate(secret(shop.certificatePem, 'CANARY-KEY')),
  ]);
  expect(facts).not.toMatch(/CANARY|PRIVATE/);
  for (const line of shop.keyPem.split('\n').filter((text) => text.length > 20))
    expect(facts).not.toContain(line);
});
