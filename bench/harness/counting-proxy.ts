import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** Stands between the tab and the server and counts what reaches the tab. */
export interface CountingProxy {
  readonly origin: string;
  /** Snapshots and updates: what carries the cluster. */
  readonly snapshotBytes: number;
  readonly updateBytes: number;
  /** The page itself and everything else. */
  readonly otherBytes: number;
  stop(): void;
}

export async function startCountingProxy(serverOrigin: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(serverOrigin);
  const counts = { snapshotBytes: 0, updateBytes: 0, otherBytes: 0 };
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const field = incoming.url?.endsWith('/snapshot') === true ? 'snapshotBytes' : 'otherBytes';
    const { method, url, headers } = incoming;
    const passed = request({ hostname, port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (part: Buffer) => (counts[field] += part.length));
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  };
  const proxy = createServer(pass);
  proxy.on('upgrade', (incoming: IncomingMessage, socket: Socket, first: Buffer) => {
    const { rawHeaders } = incoming;
    const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
    const upstream = connect(Number(port), hostname, () => {
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(first);
      upstream.on('data', (part) => (counts.updateBytes += part.length));
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream])
      end.on('error', () => [socket, upstream].forEach((each) => each.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    get snapshotBytes() {
      return counts.snapshotBytes;
    },
    get updateBytes() {
      return counts.updateBytes;
    },
    get otherBytes() {
      return counts.otherBytes;
    },
    stop: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
