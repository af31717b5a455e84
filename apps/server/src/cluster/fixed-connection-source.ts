import type { ConnectionSource } from './connection-source.ts';
import { ClusterProblem } from './cluster-problem.ts';

/** One context whose address is known beforehand, as the demo's. */
export function buildFixedConnectionSource({
  contextName,
  server,
  token,
  caPem,
}: {
  readonly contextName: string;
  readonly server: string;
  readonly token?: string;
  readonly caPem?: string;
}): ConnectionSource {
  const connection = {
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
  const summary = {
    name: contextName,
    clusterName: contextName,
    server,
    userName: undefined,
    namespace: undefined,
    isCurrent: true,
    skipsTlsVerification: false,
  };
  return {
    listContexts: async () => [summary],
    connect: async (name) => {
      if (name === contextName) return { connection, identity: server };
      throw new ClusterProblem('CONTEXT_UNKNOWN', `There is no context named ${name}.`, {
        hint: `The only context is ${contextName}.`,
      });
    },
    watch: () => undefined,
    close: () => undefined,
  };
}
