import { ClusterProblem } from './cluster-problem.ts';

const tlsCode = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO)/;

/** The error codes along the chain of causes, outermost first. */
function listCodes(error: unknown): readonly string[] {
  const codes: string[] = [];
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return codes;
}

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'no answer came in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the network',
};

/** A failure below HTTP as a problem: TLS apart from the rest, for they are mended differently. */
export function toNetworkProblem(error: unknown, server: string): ClusterProblem {
  if (error instanceof ClusterProblem) return error;
  const codes = listCodes(error);
  const said = error instanceof Error ? error.message : String(error);
  if (codes.some((code) => tlsCode.test(code))) {
    return new ClusterProblem('CLUSTER_TLS_FAILED', `No safe connection to ${server}: ${said}`, {
      hint: 'Check certificate-authority and tls-server-name of the cluster in the kubeconfig, and that the client certificate is accepted.',
      cause: error,
    });
  }
  if (codes.some((code) => code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || code.startsWith('HPE_'))) {
    return new ClusterProblem('CLUSTER_ANSWER_BROKEN', `The answer of ${server} breaks HTTP: ${said}`, {
      hint: 'Fairlead asks again by itself. A proxy on the way may cut or replace answers.',
      cause: error,
    });
  }
  const known = codes.map((code) => sentences[code]).find((sentence) => sentence !== undefined);
  return new ClusterProblem('CLUSTER_UNREACHABLE', `${server} cannot be reached: ${known ?? said}`, {
    hint: 'Check that the cluster runs and that this machine reaches it (VPN, proxy-url). Fairlead keeps trying.',
    cause: error,
  });
}
