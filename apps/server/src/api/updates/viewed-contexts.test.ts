import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import { FakeDirectory } from '../../testing/fake-directory.ts';
import { FakeReader } from '../../testing/fake-reader.ts';
import { FakeViewerSocket } from '../../testing/fake-viewer-socket.ts';
import { ViewedContexts } from './viewed-contexts.ts';

function open() {
  const clock = new FakeClock();
  const directory = new FakeDirectory();
  return { clock, directory, contexts: new ViewedContexts(directory, clock) };
}

test('all tabs of a context share one source', async () => {
  const { contexts } = open();
  expect(await contexts.open('demo')).toBe(await contexts.open('demo'));
});

test('viewers are counted by context', async () => {
  const { contexts } = open();
  const updates = await contexts.open('demo');
  const disconnect = updates.connect(new FakeViewerSocket(), { epoch: 'epoch-1', revision: 0 });
  expect([...contexts.countViewers()]).toEqual([['demo', 1]]);
  disconnect();
  expect([...contexts.countViewers()]).toEqual([['demo', 0]]);
});

test('a context that got another reader makes its tabs connect anew', async () => {
  const { contexts, directory } = open();
  const socket = new FakeViewerSocket();
  (await contexts.open('demo')).connect(socket, { epoch: 'epoch-1', revision: 0 });
  const old = directory.reader;
  directory.reader = new FakeReader();
  expect((await contexts.open('demo')).reader).toBe(directory.reader);
  expect(socket.closedWith).toBe(1012);
  expect(old.countListeners()).toBe(0);
});

test('stopping tells every tab', async () => {
  const { contexts } = open();
  const socket = new FakeViewerSocket();
  (await contexts.open('demo')).connect(socket, { epoch: 'epoch-1', revision: 0 });
  contexts.close();
  expect(socket.closedWith).toBe(1001);
});
