import { expect, test } from 'vitest';
import { isAtEnd, partInView, scrolledTo, windowFor } from './graph-window.ts';

const canvas = { width: 1000, height: 800 };

test('the window holds what is in view and a margin', () => {
  const { y, height } = windowFor({ x: 0, y: -2000, zoom: 1 }, canvas);
  expect(y).toBeLessThanOrEqual(1600);
  expect(y + height).toBeGreaterThanOrEqual(3200);
});

test('a little scrolling asks for the same window', () => {
  expect(windowFor({ x: 0, y: -2010, zoom: 1 }, canvas)).toEqual(
    windowFor({ x: 0, y: -2090, zoom: 1 }, canvas),
  );
});

test('half the scale shows twice as much', () => {
  expect(partInView({ x: 0, y: -100, zoom: 0.5 }, 800)).toEqual({ top: 200, height: 1600 });
});

test.each([
  [-50, 0],
  [300, -300],
  [99_999, -1200],
])('scrolling to %i stays within the picture', (top, y) => {
  const at = scrolledTo({ x: 0, y: 0, zoom: 1 }, top, { pictureHeight: 2000, canvasHeight: 800 });
  expect(at.y + 0).toBe(y);
});

test('the ends of the picture: both at once when all of it is in view', () => {
  const sizes = { pictureHeight: 3000, canvasHeight: 800 };
  const ends = (y: number, of = sizes): readonly boolean[] =>
    (['first', 'last'] as const).map((end) => isAtEnd({ x: 0, y, zoom: 1 }, end, of));
  expect(ends(0)).toEqual([true, false]);
  expect(ends(-1000)).toEqual([false, false]);
  expect(ends(-2200)).toEqual([false, true]);
  expect(ends(0, { ...sizes, pictureHeight: 500 })).toEqual([true, true]);
});
