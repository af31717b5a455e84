import { aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { parseSnapshotLine } from './parse-snapshot-line.ts';
import { parseFrameChanges, parseUpdateFrame } from './parse-update-frame.ts';
import { readLines } from './read-lines.ts';

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      let from = 0;
      for (const cut of [...cuts, bytes.length]) {
        controller.enqueue(bytes.slice(from, cut));
        from = cut;
      }
      controller.close();
    },
  });
}

async function linesOf(text: string, cuts: readonly number[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readLines(streamOf(new TextEncoder().encode(text), cuts))) lines.push(line);
  return lines;
}

test('lines come out whole wherever the bytes are cut, inside a character too', async () => {
  const text = '{"a":"größe"}\n\n{"b":"\u2028"}\n{"c":1}';
  const expected = ['{"a":"größe"}', '{"b":"\u2028"}', '{"c":1}'];
  const { length } = new TextEncoder().encode(text);
  for (let cut = 1; cut < length; cut += 1) expect(await linesOf(text, [cut])).toEqual(expected);
});

test('an empty body has no lines', async () => {
  expect(await linesOf('', [])).toEqual([]);
});

test('a snapshot line is a head, an object, a tail, or an object that cannot be read', () => {
  const service = aService('shop/web').build();
  expect(parseSnapshotLine('{"type":"snapshot","epoch":"e","revision":3}').kind).toBe('head');
  expect(parseSnapshotLine('{"type":"end","objects":1}').kind).toBe('tail');
  expect(parseSnapshotLine(JSON.stringify(service))).toMatchObject({
    kind: 'object',
    object: { kind: 'Service' },
  });
  expect(parseSnapshotLine('{"kind":"Service"}').kind).toBe('unreadable');
});

test('a frame of an unknown type is passed over, text that is no JSON is not', () => {
  expect(parseUpdateFrame('{"type":"weather"}')).toBeUndefined();
  expect(parseUpdateFrame('{"type":"heartbeat","nowMs":1}')).toEqual({ type: 'heartbeat', nowMs: 1 });
  expect(() => parseUpdateFrame('{')).toThrow(SyntaxError);
});

test('an unreadable object of a frame does not disturb the others', () => {
  const service = aService('shop/web').build();
  const frame = {
    type: 'changes',
    epoch: 'e',
    from: 1,
    revision: 2,
    puts: [{ kind: 'Service' }, service],
    removes: ['Pod/shop/gone'],
  } as const;
  expect(
    parseFrameChanges(frame).map((change) =>
      change.op === 'put' ? change.object.metadata.name : change.key,
    ),
  ).toEqual(['Pod/shop/gone', 'web']);
});
