import { once } from 'node:events';
import { connect } from 'node:net';
import type { RoutingRequest } from '@fairlead/routing';

const messageOf = ({ method, host, path }: RoutingRequest): string =>
  `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

/** Takes whole answers from a connection's text and keeps the rest. */
class AnswerReader {
  #text = '';
  readonly bodies: string[] = [];

  add(part: string): void {
    this.#text += part;
    let from = 0;
    for (;;) {
      const end = this.#text.indexOf('\r\n\r\n', from);
      if (end === -1) break;
      const length = Number(/content-length: (\d+)/i.exec(this.#text.slice(from, end))?.[1]);
      if (Number.isNaN(length)) throw new Error('An answer has no length.');
      const next = end + 4 + length;
      if (this.#text.length < next) break;
      this.bodies.push(this.#text.slice(end + 4, next));
      from = next;
    }
    this.#text = this.#text.slice(from);
  }
}

/** How many connections there are, and how many requests are sent over each before its answers are waited for. */
export interface AskOptions {
  readonly connectionCount: number;
  readonly batchSize: number;
}

/** The answers to requests over one connection, a batch of them under way at once. */
async function askOverOne(
  port: number,
  requests: readonly RoutingRequest[],
  batchSize: number,
): Promise<readonly string[]> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.setEncoding('latin1');
  await once(socket, 'connect');
  const reader = new AnswerReader();
  await new Promise<void>((resolve, reject) => {
    let sent = 0;
    const send = (): void => {
      const batch = requests.slice(sent, sent + batchSize);
      sent += batch.length;
      socket.write(batch.map(messageOf).join(''));
    };
    socket.on('data', (part: string) => {
      reader.add(part);
      if (reader.bodies.length === requests.length) resolve();
      else if (reader.bodies.length === sent) send();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The proxy closed the connection.')));
    send();
  });
  socket.destroy();
  return reader.bodies;
}

/** What a proxy answers to each request, in their order, over several connections. */
export async function askProxy(
  port: number,
  requests: readonly RoutingRequest[],
  { connectionCount, batchSize }: AskOptions,
): Promise<readonly string[]> {
  const share = Math.ceil(requests.length / connectionCount);
  const parts = Array.from({ length: connectionCount }, (_, at) =>
    requests.slice(at * share, (at + 1) * share),
  );
  const answers = await Promise.all(
    parts.filter((part) => part.length > 0).map((part) => askOverOne(port, part, batchSize)),
  );
  return answers.flat();
}
