import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { SnapshotHead } from './read-snapshot.ts';
import { contextName, type MeasuredServer } from './start-server.ts';

/** The wire's own names, spelled out: the bench is a stranger to the server, like any other client. */
const protocol = 'fairlead.v1';
const tokenPrefix = 'fairlead.token.';

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** A tab as far as the server can tell: reads updates, answers pings, says nothing else. */
export interface ViewerSocket {
  /** Changes heard since it was opened. */
  readonly changeCount: number;
  readonly revision: number;
  readonly isOpen: boolean;
  close(): void;
}

/** Splits what a server sends into frames; a server's frames are not masked. */
function readFrames(onFrame: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (rest.length < 2) return;
      const short = rest[1]! & 127;
      const headLength = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < headLength) return;
      const length =
        short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
      if (rest.length < headLength + length) return;
      onFrame(rest[0]! & 15, rest.subarray(headLength, headLength + length));
      rest = rest.subarray(headLength + length);
    }
  };
}

function sendPong(socket: Socket, payload: Buffer): void {
  const mask = Buffer.alloc(4);
  socket.write(Buffer.concat([Buffer.from([128 | opcodes.pong, 128 | payload.length]), mask, payload]));
}

/** Connects from where a snapshot ends; rejects with the status code when the server does not want another viewer. */
export function openViewerSocket(server: MeasuredServer, head: SnapshotHead): Promise<ViewerSocket> {
  const path = `/api/contexts/${contextName}/updates?epoch=${encodeURIComponent(head.epoch)}&revision=${head.revision}`;
  const asked = request(`${server.origin}${path}`, {
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      origin: server.origin,
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'sec-websocket-protocol': `${protocol}, ${tokenPrefix}${server.token}`,
    },
  });
  return new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', ({ statusCode }) =>
      reject(new Error(`The server refused a viewer with ${statusCode}.`)),
    );
    asked.on('upgrade', (_response, socket: Socket, first: Buffer) => {
      const viewer = { changeCount: 0, revision: head.revision, isOpen: true, close: () => socket.destroy() };
      const push = readFrames((opcode, payload) => {
        if (opcode === opcodes.ping) sendPong(socket, payload);
        if (opcode === opcodes.close) socket.destroy();
        if (opcode !== opcodes.text) return;
        const frame = JSON.parse(payload.toString('utf8')) as {
          type: string;
          revision?: number;
          puts?: unknown[];
        };
        if (frame.type !== 'changes') return;
        viewer.changeCount += frame.puts?.length ?? 0;
        viewer.revision = frame.revision ?? viewer.revision;
      });
      socket.on('close', () => (viewer.isOpen = false));
      socket.on('error', () => socket.destroy());
      socket.on('data', push);
      if (first.length > 0) push(first);
      resolve(viewer);
    });
    asked.end();
  });
}
