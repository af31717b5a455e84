import { createPrivateKey, X509Certificate } from 'node:crypto';

/** Why a Secret cannot serve as a certificate. */
export type CertificateProblem =
  | 'secret-missing'
  | 'certificate-missing'
  | 'certificate-unreadable'
  | 'key-missing'
  | 'key-unreadable'
  | 'key-of-another-certificate';

/** What may be known of a TLS Secret. Texts are empty where there is no certificate to read them from. */
export interface CertificateFacts {
  /** DNS names and addresses; a common name is none of them. */
  readonly names: readonly string[];
  readonly commonName: string;
  readonly issuer: string;
  /** RFC 3339. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** SHA-256, lower-case hexadecimal. */
  readonly fingerprint: string;
  readonly isKeyPresent: boolean;
  readonly problem: CertificateProblem | undefined;
}

const nothing = { names: [], commonName: '', issuer: '', notBefore: '', notAfter: '', fingerprint: '' };

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

function pemAt(data: unknown, key: string): string | undefined {
  const text = isRecord(data) && Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof text === 'string' && text !== '' ? Buffer.from(text, 'base64').toString('latin1') : undefined;
}

/** OpenSSL's errors quote nothing of the input, but there is no need to rely on that: they end here. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** `DNS:a.example, IP Address:192.0.2.1`; names with odd characters are JSON texts. */
function listNames({ subjectAltName = '' }: X509Certificate): readonly string[] {
  const entries = [...subjectAltName.matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g)];
  return entries.map(([, name = '']) => (name.startsWith('"') ? String(JSON.parse(name)) : name));
}

/** A distinguished name has one attribute a line. */
const attributeOf = (distinguishedName: string | undefined, key: string): readonly string[] =>
  (distinguishedName ?? '')
    .split('\n')
    .flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));

const rfc3339 = (text: string): string => new Date(text).toISOString().replace('.000Z', 'Z');

function judgeKey(certificate: X509Certificate, keyPem: string | undefined): CertificateProblem | undefined {
  if (keyPem === undefined) return 'key-missing';
  const key = attempt(() => createPrivateKey(keyPem));
  if (key === undefined) return 'key-unreadable';
  return certificate.checkPrivateKey(key) ? undefined : 'key-of-another-certificate';
}

/** Of a Secret that is not there. */
export const absentCertificate: CertificateFacts = {
  ...nothing,
  isKeyPresent: false,
  problem: 'secret-missing',
};

/** Reads `tls.crt` (the first certificate of a chain) of a Secret and whether `tls.key` fits. Nothing of the key remains. */
export function parseCertificate(secret: unknown): CertificateFacts {
  const data = isRecord(secret) ? secret['data'] : undefined;
  const [certificatePem, keyPem] = [pemAt(data, 'tls.crt'), pemAt(data, 'tls.key')];
  const isKeyPresent = keyPem !== undefined;
  if (certificatePem === undefined) return { ...nothing, isKeyPresent, problem: 'certificate-missing' };
  const certificate = attempt(() => new X509Certificate(certificatePem));
  if (certificate === undefined) return { ...nothing, isKeyPresent, problem: 'certificate-unreadable' };
  const { issuer, subject } = certificate;
  return {
    names: listNames(certificate),
    commonName: attributeOf(subject, 'CN')[0] ?? '',
    issuer: [...attributeOf(issuer, 'CN'), ...attributeOf(issuer, 'O')][0] ?? '',
    notBefore: rfc3339(certificate.validFrom),
    notAfter: rfc3339(certificate.validTo),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    isKeyPresent,
    problem: judgeKey(certificate, keyPem),
  };
}
