import { buildSelfSignedCertificate } from '../self-signed-certificate.ts';
import type { Manifest } from './manifests.ts';

const dayMs = 86_400_000;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface TlsSecret {
  readonly namespace: string;
  readonly name: string;
  readonly hosts: readonly [string, ...string[]];
  readonly daysLeft: number;
}

const toManifest = ({ namespace, name, hosts, daysLeft }: TlsSecret, nowMs: number): Manifest => {
  const notAfterMs = nowMs + daysLeft * dayMs;
  const { certificatePem, keyPem } = buildSelfSignedCertificate({
    names: hosts,
    notBeforeMs: notAfterMs - 365 * dayMs,
    notAfterMs,
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { namespace, name },
    type: 'kubernetes.io/tls',
    data: { 'tls.crt': base64(certificatePem), 'tls.key': base64(keyPem) },
  };
};

/** The certificates of the demo as of a moment: one has most of a year left, one nine days. */
export const buildTlsSecrets = (nowMs: number): readonly Manifest[] => [
  toManifest(
    {
      namespace: 'shop',
      name: 'shop-tls',
      hosts: ['shop.example.com', 'admin.shop.example.com'],
      daysLeft: 300,
    },
    nowMs,
  ),
  toManifest({ namespace: 'shop', name: 'api-tls', hosts: ['api.example.com'], daysLeft: 9 }, nowMs),
];
