import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request as send } from 'undici';
import type { ConnectionSource } from '../connection-source.ts';
import { buildFixedConnectionSource } from '../fixed-connection-source.ts';

export interface DoorRequest {
  readonly method: string;
  readonly path: string;
  readonly accept: string | undefined;
  readonly isDryRun: boolean;
}

/**
 * What happens to a request: it passes; it passes and the answer is lost (the connection is cut, or nothing more comes);
 * the connection is cut before it arrives; or the door itself answers with this status and no JSON.
 */
export type Fate = 'pass' | 'lose-answer' | 'swallow-answer' | 'cut' | { readonly answer: number };

/** A plain HTTP way to an API server as one identity, on which requests can get lost. */
export interface ApiDoor {
  readonly source: ConnectionSource;
  readonly requests: readonly DoorRequest[];
  /** Decides about each request as it comes. */
  fateOf: (request: DoorRequest) => Fate;
  /** Called before a request is passed on: somebody else may write in between. */
  before: (request: DoorRequest) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** `contextName` is the context of `behind`, and of the door's own source. */
export async function openApiDoor(behind: ConnectionSource, contextName: string): Promise<ApiDoor> {
  const { connection } = await behind.connect(contextName);
  const { headers: credentials, clientCertificate: pair } = await connection.readCredentials();
  const dispatcher = new Agent({
    connect: {
      ...(connection.caPem !== undefined && { ca: connection.caPem }),
      ...(pair !== undefined && { cert: pair.certificatePem, key: pair.keyPem }),
    },
  });
  const requests: DoorRequest[] = [];

  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const method = request.method ?? 'GET';
    const path = request.url ?? '/';
    const isDryRun = path.includes('dryRun=All') || body.includes('"dryRun":["All"]');
    const { accept, 'content-type': contentType } = request.headers;
    const seen = { method, path, accept, isDryRun };
    requests.push(seen);
    const fate = door.fateOf(seen);
    if (fate === 'cut') return void response.destroy();
    if (typeof fate === 'object') return void response.writeHead(fate.answer).end('the door is closed');
    await door.before(seen);
    const answer = await send(`${connection.server}${path}`, {
      method,
      dispatcher,
      headers: {
        ...credentials,
        ...(accept !== undefined && { accept }),
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body.length > 0 && { body }),
    });
    const text = await answer.body.text();
    if (fate === 'lose-answer') return void response.destroy();
    if (fate === 'swallow-answer') return;
    const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
    response.writeHead(answer.statusCode, headers).end(text);
  }

  const server = createServer((request, response) => {
    passOn(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door: ApiDoor = {
    source: buildFixedConnectionSource({ contextName, server: `http://127.0.0.1:${port}` }),
    requests,
    fateOf: () => 'pass',
    before: () => Promise.resolve(),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await dispatcher.close();
    },
  };
  return door;
}
