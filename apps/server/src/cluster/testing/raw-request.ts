import { Agent, request } from 'undici';
import type { ClusterConnection } from '../cluster-connection.ts';

export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly contentType?: string;
}

export interface RawAnswer {
  readonly statusCode: number;
  readonly body: Record<string, never>;
}

/** Sends a request as anybody else would, past our own client. */
export async function sendRaw(
  connection: ClusterConnection,
  { method, path, body, contentType = 'application/json' }: RawRequest,
): Promise<RawAnswer> {
  const { headers, clientCertificate: pair } = await connection.readCredentials();
  const tls = {
    ...(connection.caPem === undefined ? {} : { ca: connection.caPem }),
    ...(pair === undefined ? {} : { cert: pair.certificatePem, key: pair.keyPem }),
  };
  const dispatcher = new Agent({ connect: tls });
  try {
    const answer = await request(`${connection.server}${path}`, {
      method,
      dispatcher,
      headers: { ...headers, 'content-type': contentType },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { statusCode: answer.statusCode, body: (await answer.body.json()) as Record<string, never> };
  } finally {
    await dispatcher.close();
  }
}
