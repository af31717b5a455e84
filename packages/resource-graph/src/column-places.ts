import type { ColumnMetrics } from './layout.ts';

/** Left edge and width of each column, Exposure first, and the width of the whole. */
export interface ColumnPlaces {
  readonly x: readonly [number, number, number, number];
  readonly width: readonly [number, number, number, number];
  readonly total: number;
}

const leftMargin = 16;
const rightMargin = 8;
const trunkDistance = 8;

export function placeColumns({ exposure, ingress, service, pods, gutters }: ColumnMetrics): ColumnPlaces {
  const ingressX = leftMargin + exposure + gutters[0];
  const serviceX = ingressX + ingress + gutters[1];
  const podsX = serviceX + service + gutters[2];
  return {
    x: [leftMargin, ingressX, serviceX, podsX],
    width: [exposure, ingress, service, pods],
    total: podsX + pods + rightMargin,
  };
}

/** Where the vertical line of the n-th of `count` controllers stands: in the middle of the gutter, 8 px apart or closer. */
export function trunkX({ x, width }: ColumnPlaces, trunk: number, count: number): number {
  const start = x[0] + width[0] + trunkDistance / 2;
  const end = x[1] - trunkDistance / 2;
  const gap = Math.min(trunkDistance, (end - start) / Math.max(1, count - 1));
  return (start + end) / 2 + (trunk - (count - 1) / 2) * gap;
}
