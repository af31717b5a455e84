import type { ClusterConnection } from './cluster-connection.ts';

/** A connection to an address that is known beforehand, as the demo's. Credentials never change. */
export function buildFixedConnection({
  contextName,
  server,
  token,
  caPem,
}: {
  readonly contextName: string;
  readonly server: string;
  readonly token?: string;
  readonly caPem?: string;
}): ClusterConnection {
  return {
    contextName,
    server,
    namespace: undefined,
    caPem,
    tlsServerName: undefined,
    skipsTlsVerification: false,
    proxyUrl: undefined,
    readCredentials: async () => ({
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      clientCertificate: undefined,
    }),
    forgetCredentials: () => false,
  };
}
