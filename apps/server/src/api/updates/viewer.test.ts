import { expect, test } from 'vitest';
import { FakeViewerSocket } from '../../testing/fake-viewer-socket.ts';
import { slowLimitBytes, Viewer } from './viewer.ts';

const frame = Buffer.from('{"n":1}');

test('a tab that keeps up gets every frame', () => {
  const socket = new FakeViewerSocket();
  const viewer = new Viewer(socket);
  viewer.offer(frame);
  socket.bufferedAmount = slowLimitBytes;
  viewer.offer(frame);
  expect(socket.frames).toHaveLength(2);
});

test('nothing more is queued for a slow tab; once it has drained it takes a new snapshot', () => {
  const socket = new FakeViewerSocket();
  const viewer = new Viewer(socket);
  socket.bufferedAmount = slowLimitBytes + 1;
  for (let n = 0; n < 1000; n += 1) viewer.offer(frame);
  expect(socket.frames).toEqual([]);
  socket.bufferedAmount = 10;
  viewer.offer(frame);
  expect(socket.frames).toEqual([]);
  socket.bufferedAmount = 0;
  viewer.offer(frame);
  expect(socket.frames).toEqual([{ type: 'resync', reason: 'too-slow' }]);
  expect(socket.closedWith).toBe(4000);
});

test('after resync a tab hears nothing more', () => {
  const socket = new FakeViewerSocket();
  const viewer = new Viewer(socket);
  viewer.resync('unknown-epoch');
  viewer.offer(frame);
  expect(socket.frames).toHaveLength(1);
});

test('a heartbeat also asks for a sign of life', () => {
  const socket = new FakeViewerSocket();
  new Viewer(socket).beat(frame);
  expect(socket).toMatchObject({ pings: 1, frames: [{ n: 1 }] });
});
