import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrotliDecompress } from 'node:zlib';
import { parseTrimmedObject, type KindAccess, type TrimmedObject } from '@fairlead/kube-objects';
import { contextName, type MeasuredServer } from './start-server.ts';

export interface SnapshotHead {
  readonly type: 'snapshot';
  readonly epoch: string;
  readonly revision: number;
  readonly access: readonly KindAccess[];
  readonly progress: { readonly isComplete: boolean };
}

export interface Snapshot {
  readonly head: SnapshotHead;
  readonly objects: readonly TrimmedObject[];
  /** On the wire, packed. */
  readonly packedBytes: number;
}

async function requestSnapshot({ origin, token }: MeasuredServer): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'br' };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = `${origin}/api/contexts/${contextName}/snapshot`;
    get(path, { headers, agent: false }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`The snapshot was refused with ${response.statusCode}.`);
  return response;
}

/** The snapshot a tab would take now. */
export async function readSnapshot(server: MeasuredServer): Promise<Snapshot> {
  const response = await requestSnapshot(server);
  let packedBytes = 0;
  response.on('data', (part: Buffer) => (packedBytes += part.length));
  let head: SnapshotHead | undefined;
  const objects: TrimmedObject[] = [];
  const lines = createInterface({ input: response.pipe(createBrotliDecompress()), crlfDelay: Infinity });
  for await (const line of lines) {
    const value = JSON.parse(line) as SnapshotHead | { readonly type: 'end' } | { readonly type?: undefined };
    if (value.type === 'snapshot') head = value;
    else if (value.type === undefined) {
      const object = parseTrimmedObject(value);
      if (object.kind === 'Unreadable')
        throw new Error(`The snapshot holds what cannot be read: ${object.reason}`);
      objects.push(object);
    }
  }
  if (head === undefined) throw new Error('The snapshot has no head.');
  return { head, objects, packedBytes };
}

/** Takes a whole snapshot like a tab and looks at its first line only: for many viewers in one process. */
export async function readSnapshotHead(server: MeasuredServer): Promise<SnapshotHead> {
  const response = await requestSnapshot(server);
  const ended = new Promise((resolve, reject) => response.on('end', resolve).on('error', reject));
  const unpacked = response.pipe(createBrotliDecompress());
  let text = '';
  for await (const part of unpacked) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  response.unpipe(unpacked).resume();
  await ended;
  return JSON.parse(text.slice(0, text.indexOf('\n'))) as SnapshotHead;
}

const retryMs = 500;

/** Asks until the server has read the whole cluster. */
export async function waitForCompleteSnapshot(server: MeasuredServer, limitMs: number): Promise<void> {
  const deadlineMs = Date.now() + limitMs;
  while (!(await readSnapshotHead(server)).progress.isComplete) {
    if (Date.now() > deadlineMs)
      throw new Error(`The server did not read the whole cluster within ${limitMs} ms.`);
    await sleep(retryMs);
  }
}
