/** What a credential plugin has answered. */
export interface ExecCredential {
  readonly token: string | undefined;
  readonly clientCertificate: { readonly certificatePem: string; readonly keyPem: string } | undefined;
  /** Epoch milliseconds; `undefined`: good until refused. */
  readonly expiresAtMs: number | undefined;
}

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null;
const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);

function parseObject(output: string): Raw | undefined {
  try {
    const raw: unknown = JSON.parse(output);
    return isRecord(raw) ? raw : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An ExecCredential, or what is wrong with it. What was printed is never repeated: it may hold a token. */
export function parseExecCredential(output: string, apiVersion: string): ExecCredential | string {
  const raw = parseObject(output);
  if (raw?.['kind'] !== 'ExecCredential') return 'printed no ExecCredential';
  if (raw['apiVersion'] !== apiVersion) return `answered in another API version than ${apiVersion}`;
  const status = isRecord(raw['status']) ? raw['status'] : {};
  const token = text(status['token']);
  const certificatePem = text(status['clientCertificateData']);
  const keyPem = text(status['clientKeyData']);
  const clientCertificate =
    certificatePem !== undefined && keyPem !== undefined ? { certificatePem, keyPem } : undefined;
  if (token === undefined && clientCertificate === undefined)
    return 'gave neither a token nor a client certificate';
  const expires = text(status['expirationTimestamp']);
  const expiresAtMs = expires === undefined ? undefined : Date.parse(expires);
  if (Number.isNaN(expiresAtMs)) return 'gave an expirationTimestamp that is no time';
  return { token, clientCertificate, expiresAtMs };
}
