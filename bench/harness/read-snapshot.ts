import { get } from 'node:http';
import { createBrotliDecompress } from 'node:zlib';
import { createInterface } from 'node:readline';
import { parseTrimmedObject, type KindAccess, type TrimmedObject } from '@fairlead/kube-objects';
import { contextName, type MeasuredServer } from './start-server.ts';

interface SnapshotHead {
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

/** The snapshot a tab would take now. */
export async function readSnapshot({ origin, token }: MeasuredServer): Promise<Snapshot> {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'br' };
    get(`${origin}/api/contexts/${contextName}/snapshot`, { headers, agent: false }, resolve).on(
      'error',
      reject,
    );
  });
  if (response.statusCode !== 200) throw new Error(`The snapshot was refused with ${response.statusCode}.`);
  let packedBytes = 0;
  response.on('data', (part: Buffer) => (packedBytes += part.length));
  let head: SnapshotHead | undefined;
  const objects: TrimmedObject[] = [];
  for await (const line of createInterface({
    input: response.pipe(createBrotliDecompress()),
    crlfDelay: Infinity,
  })) {
    const value = JSON.parse(line) as { readonly type?: string };
    if (value.type === 'snapshot') head = value as unknown as SnapshotHead;
    else if (value.type !== 'end') {
      const object = parseTrimmedObject(value);
      if (object.kind === 'Unreadable')
        throw new Error(`The snapshot holds what cannot be read: ${object.reason}`);
      objects.push(object);
    }
  }
  if (head === undefined) throw new Error('The snapshot has no head.');
  return { head, objects, packedBytes };
}
