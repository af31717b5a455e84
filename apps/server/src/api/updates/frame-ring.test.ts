import { expect, test } from 'vitest';
import { FrameRing } from './frame-ring.ts';

const frame = (from: number, bytes = 10) => ({ from, data: Buffer.alloc(bytes, from) });

test('a tab that has everything misses nothing', () => {
  expect(new FrameRing(100).listBetween(7, 7)).toEqual([]);
});

test('a tab that was away gets exactly what it missed, in order', () => {
  const ring = new FrameRing(100);
  for (const from of [3, 4, 5]) ring.push(frame(from));
  expect(ring.listBetween(4, 6)?.map(({ from }) => from)).toEqual([4, 5]);
});

test('what was given up for lack of room, and what never was, cannot be gone on from', () => {
  const ring = new FrameRing(25);
  for (const from of [3, 4, 5]) ring.push(frame(from));
  expect(ring.listBetween(3, 6)).toBeUndefined();
  expect(ring.listBetween(4, 6)).toHaveLength(2);
  expect(ring.listBetween(9, 6)).toBeUndefined();
});

test('a frame larger than the ring is not kept', () => {
  const ring = new FrameRing(25);
  ring.push(frame(0, 26));
  expect(ring.listBetween(0, 1)).toBeUndefined();
});

test('a cleared ring knows nothing', () => {
  const ring = new FrameRing(100);
  ring.push(frame(0));
  ring.clear();
  expect(ring.listBetween(0, 1)).toBeUndefined();
});
