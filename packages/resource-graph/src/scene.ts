import { placeColumns, trunkX, type ColumnPlaces } from './column-places.ts';
import { clientsId } from './graph-ids.ts';
import type { ExposureLayout } from './layout-exposure.ts';
import type { LaneLayout } from './layout-lane.ts';
import type { ViewState } from './layout.ts';

/** Everything at its place at one moment: lanes below each other, the Exposure column beside them. */
export interface Scene {
  readonly revision: number;
  readonly view: ViewState;
  readonly columns: ColumnPlaces;
  /** In the order of namespace names. */
  readonly lanes: readonly LaneLayout[];
  /** y of each lane, and at last of the end. */
  readonly tops: Float64Array;
  readonly exposure: ExposureLayout;
  readonly height: number;
}

/** Stacks lanes. Costs a step per lane, whatever is in it. */
export function stackLanes(given: Pick<Scene, 'revision' | 'view' | 'lanes' | 'exposure'>): Scene {
  const tops = new Float64Array(given.lanes.length + 1);
  given.lanes.forEach(({ height }, at) => (tops[at + 1] = (tops[at] ?? 0) + height));
  return {
    ...given,
    columns: placeColumns(given.view.metrics),
    tops,
    height: Math.max(tops[given.lanes.length] ?? 0, given.exposure.height),
  };
}

/** The first place in `values`, which ascend, whose value is greater than `limit`. */
export function firstAbove(
  values: Float64Array,
  limit: number,
  [from, to]: readonly [number, number],
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lanes that share at least a line with the span from `top` to `bottom`. */
export function lanesBetween({ lanes, tops }: Scene, top: number, bottom: number): readonly [number, number] {
  const first = Math.max(0, firstAbove(tops, top, [0, tops.length]) - 1);
  let end = first;
  while (end < lanes.length && (tops[end] ?? 0) < bottom) end += 1;
  return [first, end];
}

/** x of the vertical line that leaves a node of the Exposure column. Clients have none. */
export function trunkPlace({ exposure, columns }: Scene, nodeId: string): number {
  const trunks = exposure.exposure.nodes.filter(({ id }) => id !== clientsId);
  const place = trunks.findIndex(({ id }) => id === nodeId);
  return trunkX(columns, Math.max(0, place), trunks.length);
}
