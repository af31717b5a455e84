import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { SnapshotHead } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { packSnapshot } from './pack-snapshot.ts';
import type { SharedBody } from './shared-body.ts';

const head: SnapshotHead = {
  type: 'snapshot',
  epoch: 'e',
  revision: 3,
  clusterId: 'c',
  access: [],
  progress: { isComplete: true, loaded: 0, expected: 0 },
};
const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (data: Buffer) => data };

async function readAll(body: SharedBody): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test.each(['br', 'gzip', 'identity'] as const)(
  '%s holds the head, each object and the tail, a line each',
  async (encoding) => {
    const objects = Array.from({ length: 3_000 }, (_, n) => ({
      key: `Pod/shop/${n}`,
      json: JSON.stringify({ n, text: 'ü\u2028'.repeat(200) }),
    }));
    const body = packSnapshot(head, objects, encoding);
    const text = unpack[encoding](await readAll(body)).toString();
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe(JSON.stringify(head));
    expect(lines.slice(1, -1)).toEqual(objects.map(({ json }) => json));
    expect(lines.at(-1)).toBe('{"type":"end","objects":3000}');
  },
);

test('an empty cluster has a head and a tail', async () => {
  const text = (await readAll(packSnapshot(head, [], 'identity'))).toString();
  expect(text).toBe(`${JSON.stringify(head)}\n{"type":"end","objects":0}\n`);
});

test('two clients read the same body, one while it is made and one after', async () => {
  const body = packSnapshot(head, [{ key: 'Pod/a/b', json: '{}' }], 'br');
  const early = await readAll(body);
  expect(await readAll(body)).toEqual(early);
});
