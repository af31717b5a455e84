import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import { FakeReader, liveFeed } from '../../testing/fake-reader.ts';
import { FakeViewerSocket } from '../../testing/fake-viewer-socket.ts';
import { ContextUpdates } from './context-updates.ts';
import { slowLimitBytes } from './viewer.ts';

function open() {
  const clock = new FakeClock();
  const reader = new FakeReader();
  const updates = new ContextUpdates(reader, clock);
  const connect = (revision: number, epoch = 'epoch-1') => {
    const socket = new FakeViewerSocket();
    return { socket, disconnect: updates.connect(socket, { epoch, revision }) };
  };
  const changesOf = ({ frames }: FakeViewerSocket) =>
    frames.filter((frame) => expect.objectContaining({ type: 'changes' }).asymmetricMatch(frame));
  return { clock, reader, updates, connect, changesOf };
}

test('a new tab hears a heartbeat at once, then how things stand', () => {
  const { connect, clock } = open();
  expect(connect(0).socket.frames).toEqual([
    { type: 'heartbeat', nowMs: clock.now() },
    { type: 'access', access: [{ kind: 'Pod', state: 'ready' }] },
    { type: 'progress', progress: { isComplete: true, loaded: 0, expected: 0 } },
    { type: 'upstream', upstream: { state: 'live', sinceMs: clock.now(), lastHeardMs: 1_000 } },
  ]);
});

test('changes reach every tab, from the revision before to the next, in one and the same buffer', () => {
  const { connect, reader, changesOf } = open();
  const [one, two] = [connect(0).socket, connect(0).socket];
  reader.put('Pod/shop/a', { kind: 'Pod' });
  reader.remove('Pod/shop/a');
  expect(changesOf(one)).toEqual([
    { type: 'changes', epoch: 'epoch-1', from: 0, revision: 1, puts: [{ kind: 'Pod' }], removes: [] },
    { type: 'changes', epoch: 'epoch-1', from: 1, revision: 2, puts: [], removes: ['Pod/shop/a'] },
  ]);
  expect(one.sentData.at(-1)).toBe(two.sentData.at(-1));
});

test('a tab that was away gets what it missed and nothing twice', () => {
  const { connect, reader, changesOf } = open();
  for (const name of ['a', 'b', 'c']) reader.put(`Pod/shop/${name}`);
  const { socket } = connect(1);
  reader.put('Pod/shop/d');
  expect(changesOf(socket)).toMatchObject([
    { from: 1, revision: 2 },
    { from: 2, revision: 3 },
    { from: 3, revision: 4 },
  ]);
});

test.each([
  [0, 'epoch-0', 'unknown-epoch'],
  [99, 'epoch-1', 'unknown-revision'],
])('a tab at revision %i of %s starts anew', (revision, epoch, reason) => {
  const { connect, reader } = open();
  const { socket } = connect(revision, epoch);
  reader.put('Pod/shop/a');
  expect(socket.frames).toEqual([{ type: 'resync', reason }]);
  expect(socket.closedWith).toBe(4000);
  expect(reader.viewers).toBe(0);
});

test('what no longer fits the memory of changes means a new start', () => {
  const { connect, reader } = open();
  reader.put('Pod/shop/a');
  for (let n = 0; n < 20; n += 1) reader.put('Pod/shop/large', { text: 'x'.repeat(512 * 1024) });
  expect(connect(1).socket.frames).toEqual([{ type: 'resync', reason: 'unknown-revision' }]);
});

test('a reader that started anew makes older revisions unknown', () => {
  const { connect, reader } = open();
  reader.put('Pod/shop/a');
  reader.restart('epoch-2');
  reader.put('Pod/shop/b');
  expect(connect(0, 'epoch-2').socket.frames).toContainEqual(
    expect.objectContaining({ type: 'changes', epoch: 'epoch-2', from: 0, revision: 1 }),
  );
});

test('tabs of a reader that started anew start anew too', () => {
  const { connect, reader } = open();
  const { socket } = connect(0);
  reader.restart('epoch-2');
  reader.put('Pod/shop/b');
  expect(socket.frames.at(-1)).toEqual({ type: 'resync', reason: 'unknown-epoch' });
  expect(socket.closedWith).toBe(4000);
});

test('a slow tab costs nothing and does not hold up the others', () => {
  const { connect, reader, changesOf, clock } = open();
  const [slow, quick] = [connect(0).socket, connect(0).socket];
  slow.bufferedAmount = slowLimitBytes + 1;
  for (let n = 0; n < 50; n += 1) reader.put('Pod/shop/a', { n });
  expect(changesOf(slow)).toEqual([]);
  expect(changesOf(quick)).toHaveLength(50);
  slow.bufferedAmount = 0;
  clock.advance(5_000);
  expect(slow.frames.at(-1)).toEqual({ type: 'resync', reason: 'too-slow' });
  expect(slow.closedWith).toBe(4000);
});

test('tabs hear a heartbeat every five seconds', () => {
  const { connect, clock } = open();
  const { socket } = connect(0);
  clock.advance(14_999);
  expect(socket.pings).toBe(2);
});

test('a context without tabs is quiet', () => {
  const { connect, clock, reader } = open();
  const { socket, disconnect } = connect(0);
  expect(reader.viewers).toBe(1);
  disconnect();
  expect(reader.viewers).toBe(0);
  clock.advance(60_000);
  expect(socket.pings).toBeLessThanOrEqual(1);
});

test('a lost connection is told with its reason and since when', () => {
  const { connect, reader, clock } = open();
  const { socket } = connect(0);
  clock.advance(2_000);
  const problem = { code: 'CLUSTER_UNREACHABLE', message: 'Nothing answers.', hint: 'Start it.' } as const;
  const at = clock.now();
  reader.report({ feeds: [{ ...liveFeed, phase: 'reconnecting', problem, nextAttemptAtMs: at + 500 }] });
  expect(socket.frames.at(-1)).toEqual({
    type: 'upstream',
    upstream: {
      state: 'disconnected',
      sinceMs: at,
      lastHeardMs: 1_000,
      retryAtMs: at + 500,
      code: 'CLUSTER_UNREACHABLE',
      message: 'Nothing answers.',
    },
  });
});

test('what no tab shows is not sent', () => {
  const { connect, reader, changesOf } = open();
  const { socket } = connect(0);
  reader.report({ feeds: [{ ...liveFeed, objectCount: 1 }] });
  const before = socket.frames.length;
  reader.report({ feeds: [{ ...liveFeed, objectCount: 1, lastByteAtMs: 9_000 }] });
  expect(socket.frames).toHaveLength(before + 1);
  expect(changesOf(socket)).toHaveLength(2);
});

test('tabs that come together share one snapshot; later ones get a fresh one', () => {
  const { updates, reader, clock } = open();
  reader.put('Pod/shop/a');
  const first = updates.getSnapshot('cluster', 'br');
  reader.put('Pod/shop/b');
  expect(updates.getSnapshot('cluster', 'br')).toBe(first);
  clock.advance(1_000);
  const second = updates.getSnapshot('cluster', 'br');
  expect(second).not.toBe(first);
  clock.advance(5_000);
  expect(updates.getSnapshot('cluster', 'br')).toBe(second);
  expect(updates.getSnapshot('cluster', 'gzip')).not.toBe(second);
});

test('an unused snapshot is not kept', () => {
  const { updates, clock } = open();
  const first = updates.getSnapshot('cluster', 'br');
  clock.advance(10_000);
  expect(updates.getSnapshot('cluster', 'br')).not.toBe(first);
});

test('the first picture waits a little for the first lists', async () => {
  const { updates, reader, clock } = open();
  reader.access = [{ kind: 'Pod', namespace: undefined, state: 'loading' }];
  const waits = updates.waitForFirstLoad(300);
  reader.report({ access: [{ kind: 'Pod', namespace: undefined, state: 'ready' }] });
  await waits;
  reader.access = [{ kind: 'Pod', namespace: undefined, state: 'loading' }];
  const waitsInVain = updates.waitForFirstLoad(300);
  clock.advance(300);
  await waitsInVain;
});
