import { isJsonObject, ownField, type JsonObject } from '@fairlead/manifests';
import type { CertificateFacts } from '@fairlead/routing';
import { parseCertificate, type CertificateFacts as ParsedFacts } from '../../cluster/parse-certificate.ts';

/** How many are remembered: worlds of a batch share their certificates. */
const rememberedCount = 2_000;

const textAt = (object: JsonObject | undefined, key: string): string | undefined => {
  const value = ownField(object, key);
  return typeof value === 'string' ? value : undefined;
};

const objectAt = (object: JsonObject, key: string): JsonObject | undefined => {
  const value = ownField(object, key);
  return isJsonObject(value) ? value : undefined;
};

/** `stringData` is what a person writes; the API server stores it as base64 and lets it win. */
function encodedAt(secret: JsonObject, key: string): string {
  const written = textAt(objectAt(secret, 'stringData'), key);
  return written === undefined
    ? (textAt(objectAt(secret, 'data'), key) ?? '')
    : Buffer.from(written).toString('base64');
}

/** What a trace goes by. */
export const toRoutingFacts = ({
  names,
  commonName,
  problem,
  notBefore,
  notAfter,
}: Omit<ParsedFacts, 'isKeyPresent'>): CertificateFacts => ({
  names,
  isUsable: problem === undefined,
  ...(commonName === '' ? {} : { commonName }),
  ...(notBefore === '' ? {} : { notBefore, notAfter }),
});

/** Facts about the certificates of TLS Secrets. Nothing of a key remains but whether it fits. */
export class CertificateReader {
  readonly #known = new Map<string, CertificateFacts>();

  /** `undefined` for what is no TLS Secret. */
  read(secret: JsonObject): { readonly id: string; readonly facts: CertificateFacts } | undefined {
    const metadata = objectAt(secret, 'metadata');
    const name = textAt(metadata, 'name') ?? '';
    const certificate = encodedAt(secret, 'tls.crt');
    const key = encodedAt(secret, 'tls.key');
    const isTls = textAt(secret, 'type') === 'kubernetes.io/tls' || certificate !== '';
    if (name === '' || !isTls) return undefined;
    return {
      id: `${textAt(metadata, 'namespace') || 'default'}/${name}`,
      facts: this.#factsOf(certificate, key),
    };
  }

  #factsOf(certificate: string, key: string): CertificateFacts {
    const pair = `${certificate} ${key}`;
    const known = this.#known.get(pair);
    if (known !== undefined) return known;
    const facts = toRoutingFacts(parseCertificate({ data: { 'tls.crt': certificate, 'tls.key': key } }));
    if (this.#known.size >= rememberedCount) this.#known.clear();
    this.#known.set(pair, facts);
    return facts;
  }
}
