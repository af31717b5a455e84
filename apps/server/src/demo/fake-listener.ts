import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createFakeCluster,
  identityNames,
  type BodyReply,
  type Clock,
  type FakeCluster,
  type FakeClusterOptions,
  type FakeRequest,
  type StreamReply,
} from '@fairlead/fake-cluster';

/** A fake cluster behind a real HTTP address on this machine. */
export interface FakeListener {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly cluster: FakeCluster;
  /** The bearer token by which a request is known as this identity; throws for a name the cluster does not know. */
  readonly tokenOf: (identity: string) => string;
  /** Drops all connections and stops listening. */
  readonly close: () => Promise<void>;
}

export interface FakeListenerOptions extends Omit<FakeClusterOptions, 'now' | 'schedule'> {
  /** The real time when absent. */
  readonly clock?: Clock;
  /** JSON texts by path that are answered as they are: what the fake itself does not know, such as its OpenAPI documents. */
  readonly documents?: ReadonlyMap<string, string>;
  /** 0, the default: any free port. */
  readonly port?: number;
}

/** Above the API server's own limit for bodies, so that the fake can refuse them in its words. */
const bodyLimitBytes = 8 * 1024 * 1024;

function schedule(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= bodyLimitBytes) chunks.push(bytes);
  }
  return chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8');
}

function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

function sendBody(response: ServerResponse, reply: BodyReply): void {
  const send = (): void => {
    response.writeHead(reply.statusCode, {
      ...reply.headers,
      'content-length': Buffer.byteLength(reply.body),
    });
    response.end(reply.body);
  };
  if (reply.delayMs === 0) return send();
  const cancel = schedule(reply.delayMs, send);
  response.on('close', cancel);
}

function sendStream(response: ServerResponse, { statusCode, headers, stream }: StreamReply): void {
  response.writeHead(statusCode, headers);
  response.flushHeaders();
  response.on('close', () => stream.close());
  stream.open({ onChunk: (text) => response.write(text), onEnd: () => response.end() });
}

/** Whom a request's bearer token belongs to; a token nobody has gives a name nobody has, hence 401. */
function identityOf(request: IncomingMessage, identities: ReadonlyMap<string, string>): string | undefined {
  const authorization = request.headers.authorization;
  if (authorization === undefined) return undefined;
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1] ?? '';
  return identities.get(token) ?? 'unknown token';
}

interface AnsweringParts {
  readonly cluster: FakeCluster;
  readonly identities: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, string>;
}

const jsonReply = (body: string): BodyReply => ({
  kind: 'body',
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body,
  delayMs: 0,
});

function answer({ cluster, identities, documents }: AnsweringParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const document = documents.get(path);
    if (document !== undefined) return sendBody(response, jsonReply(document));
    const body = await readBody(request);
    const asked: FakeRequest = {
      method: request.method ?? 'GET',
      path,
      query,
      headers: headersOf(request),
      identity: identityOf(request, identities),
      ...(body !== undefined && { body }),
    };
    const reply = cluster.handle(asked);
    if (reply.kind === 'body') sendBody(response, reply);
    else sendStream(response, reply);
  };
}

/** Starts a fake cluster on 127.0.0.1, with a fresh random bearer token for each identity. */
export async function startFakeListener({
  clock = { now: () => Date.now(), schedule },
  documents = new Map(),
  ...options
}: FakeListenerOptions = {}): Promise<FakeListener> {
  const cluster = createFakeCluster({ ...options, ...clock });
  const tokens = new Map(identityNames(options).map((name) => [name, randomBytes(24).toString('base64url')]));
  const identities = new Map([...tokens].map(([name, token]) => [token, name]));
  const respond = answer({ cluster, identities, documents });
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake cluster got no port');
  return {
    url: urlOf(address),
    cluster,
    tokenOf: (identity) => {
      const token = tokens.get(identity);
      if (token === undefined) throw new Error(`the fake cluster does not know ${identity}`);
      return token;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

const urlOf = ({ address, port }: AddressInfo): string => `http://${address}:${port}`;
