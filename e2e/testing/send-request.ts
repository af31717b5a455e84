import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface RawReply {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  /** The error code of the body, where it is one of ours. */
  readonly code: string | undefined;
  readonly body: string;
}

interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

function findCode(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && 'code' in parsed
      ? String(parsed.code)
      : undefined;
  } catch {
    // Pages, metrics and packed bodies are no JSON.
    return undefined;
  }
}

/** Sends what no browser would: any Host, any Origin, no fetch metadata. */
export function sendRequest(
  origin: string,
  { method = 'GET', path, headers = {}, body }: RawRequest,
): Promise<RawReply> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { host, ...headers }, setHost: false });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(parts).toString();
        const { statusCode = 0, headers } = response;
        resolve({ statusCode, headers, code: findCode(text), body: text });
      });
    });
    sent.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ statusCode: response.statusCode ?? 0, headers: response.headers, code: undefined, body: '' });
    });
    sent.end(body);
  });
}

/** Asks for the WebSocket of updates. */
export const sendUpgrade = (
  origin: string,
  { path, headers = {} }: Pick<RawRequest, 'path' | 'headers'>,
): Promise<RawReply> =>
  sendRequest(origin, {
    path,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'ZmFpcmxlYWQtam91cm5leQ==',
      ...headers,
    },
  });
