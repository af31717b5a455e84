import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import type { ClusterConnection, ConnectionCredentials } from './cluster-connection.ts';

const connectTimeoutMs = 10_000;
/** How long an answer may stop in the middle. A watch may be silent for ever: the reflector looks after that. */
const requestIdleMs = 30_000;

type Purpose = 'request' | 'watch';

interface Pair {
  readonly request: Dispatcher;
  readonly watch: Dispatcher;
}

function buildDispatcher(
  connection: ClusterConnection,
  { clientCertificate }: ConnectionCredentials,
  purpose: Purpose,
): Dispatcher {
  const tls = {
    timeout: connectTimeoutMs,
    rejectUnauthorized: !connection.skipsTlsVerification,
    ...(connection.caPem === undefined ? {} : { ca: connection.caPem }),
    ...(connection.tlsServerName === undefined ? {} : { servername: connection.tlsServerName }),
    ...(clientCertificate === undefined
      ? {}
      : { cert: clientCertificate.certificatePem, key: clientCertificate.keyPem }),
  };
  const limits =
    purpose === 'watch'
      ? { bodyTimeout: 0, headersTimeout: requestIdleMs, pipelining: 0 }
      : { bodyTimeout: requestIdleMs, headersTimeout: 60_000, pipelining: 1 };
  if (connection.proxyUrl === undefined) return new Agent({ ...limits, connect: tls });
  const proxyUrl = connection.proxyUrl.replace(/^socks5h:/, 'socks5:');
  return new ProxyAgent({
    ...limits,
    uri: proxyUrl,
    requestTls: tls,
    // For a SOCKS proxy its mere presence would mean SOCKS over TLS.
    ...(proxyUrl.startsWith('http') ? { proxyTls: { timeout: connectTimeoutMs } } : {}),
  });
}

/**
 * The connections of one identity, apart for watches and requests. A changed kubeconfig or a renewed client certificate
 * gets new ones.
 */
export class Dispatchers {
  #connection: ClusterConnection | undefined;
  #certificate: string | undefined;
  #pair: Pair | undefined;
  #isClosed = false;

  get(purpose: Purpose, connection: ClusterConnection, credentials: ConnectionCredentials): Dispatcher {
    if (this.#isClosed) throw new Error('the cluster client is closed');
    const certificate = credentials.clientCertificate?.certificatePem;
    if (this.#pair === undefined || connection !== this.#connection || certificate !== this.#certificate) {
      this.#retire();
      this.#connection = connection;
      this.#certificate = certificate;
      this.#pair = {
        request: buildDispatcher(connection, credentials, 'request'),
        watch: buildDispatcher(connection, credentials, 'watch'),
      };
    }
    return this.#pair[purpose];
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const pair = this.#pair;
    this.#pair = undefined;
    await Promise.all([pair?.request.destroy(), pair?.watch.destroy()]);
  }

  /** Lets what runs on the old connections end by itself. */
  #retire(): void {
    void this.#pair?.request.close();
    void this.#pair?.watch.close();
  }
}
