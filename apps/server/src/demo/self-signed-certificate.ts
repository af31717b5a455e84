import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface CertificatePair {
  readonly certificatePem: string;
  readonly keyPem: string;
}

interface CertificateRequest {
  /** DNS names; the first one is the subject's, too. */
  readonly names: readonly [string, ...string[]];
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

/** ASN.1 in DER (X.690): tag, length, content. */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const bytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}

const tags = {
  integer: 2,
  bits: 3,
  octets: 4,
  oid: 6,
  utf8: 0x0c,
  utcTime: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
};
const sequence = (...contents: readonly Uint8Array[]): Buffer => der(tags.sequence, ...contents);
const oid = (...bytes: readonly number[]): Buffer => der(tags.oid, Buffer.from(bytes));

/** 1.3.101.112 (RFC 8410): its signatures are the same every time. */
const ed25519 = sequence(oid(0x2b, 0x65, 0x70));
const commonName = oid(0x55, 0x04, 0x03);
const subjectAltName = oid(0x55, 0x1d, 0x11);
const dnsName = 0x82;
const unusedBits = Buffer.from([0]);

/** RFC 5280, 4.1.2.5: two digits of the year up to 2049. */
function timeOf(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return Number(digits.slice(0, 4)) < 2050
    ? der(tags.utcTime, Buffer.from(digits.slice(2)))
    : der(tags.time, Buffer.from(digits));
}

const nameOf = (text: string): Buffer =>
  sequence(der(tags.set, sequence(commonName, der(tags.utf8, Buffer.from(text)))));

/** The same key for the same name. Good for nothing but shows: anybody can make it. */
function keyFor(name: string): KeyObject {
  const seed = createHash('sha256').update(`fairlead demo ${name}`).digest();
  const pkcs8 = sequence(
    der(tags.integer, Buffer.from([0])),
    ed25519,
    der(tags.octets, der(tags.octets, seed)),
  );
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}

const toPem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;

/** Makes a self-signed certificate for shows and tests; the same request gives the same bytes. */
export function buildSelfSignedCertificate({
  names,
  notBeforeMs,
  notAfterMs,
}: CertificateRequest): CertificatePair {
  const [subject] = names;
  const key = keyFor(subject);
  const altNames = sequence(...names.map((name) => der(dnsName, Buffer.from(name))));
  const content = sequence(
    der(0xa0, der(tags.integer, Buffer.from([2]))),
    der(tags.integer, Buffer.from([1])),
    ed25519,
    nameOf(subject),
    sequence(timeOf(notBeforeMs), timeOf(notAfterMs)),
    nameOf(subject),
    createPublicKey(key).export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(sequence(subjectAltName, der(tags.octets, altNames)))),
  );
  const signature = der(tags.bits, unusedBits, sign(null, content, key));
  return {
    certificatePem: toPem('CERTIFICATE', sequence(content, ed25519, signature)),
    keyPem: String(key.export({ format: 'pem', type: 'pkcs8' })),
  };
}
