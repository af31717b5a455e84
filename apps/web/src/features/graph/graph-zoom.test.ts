import { expect, test } from 'vitest';
import {
  levelOf,
  metricsFor,
  scaleOf,
  sidePaddingPx,
  endPaddingPx,
  stepZoom,
  zoomStops,
} from './graph-zoom.ts';

test('three levels: overview below 45 %, compact to 80 %, full above', () => {
  expect([0.25, 0.44, 0.45, 0.79, 0.8, 1.5].map(levelOf)).toEqual([
    'overview',
    'overview',
    'compact',
    'compact',
    'full',
    'full',
  ]);
});

test('13 px text is never drawn smaller than 11 px on compact nodes', () => {
  expect(13 * scaleOf(0.45)).toBeGreaterThanOrEqual(11);
});

test('narrow columns below 1200 px, wide ones from there on; gutters share the rest up to 120 px', () => {
  expect(metricsFor(978, 1)).toMatchObject({ exposure: 164, ingress: 270, gutters: [42, 68, 50] });
  expect(metricsFor(1200, 1)).toMatchObject({ exposure: 184, ingress: 330 });
  expect(metricsFor(3000, 1).gutters).toEqual([120, 120, 120]);
});

test('beside a panel of 400 px on a screen of 1280 px all four columns fit', () => {
  const { exposure, ingress, service, pods, gutters } = metricsFor(1280 - 400 - 60, 1);
  const columns = exposure + ingress + service + pods;
  expect(columns + gutters[0] + gutters[1] + gutters[2]).toBeLessThanOrEqual(
    820 - sidePaddingPx - endPaddingPx,
  );
  expect(Math.min(...gutters)).toBeGreaterThanOrEqual(24);
});

test('stepping stops at both ends', () => {
  expect(stepZoom(1, 1)).toBe(1.25);
  expect(stepZoom(1, -1)).toBe(0.8);
  expect(stepZoom(zoomStops.at(-1) ?? 0, 1)).toBe(1.5);
  expect(stepZoom(0.25, -1)).toBe(0.25);
});
