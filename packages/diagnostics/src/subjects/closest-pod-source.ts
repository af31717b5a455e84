import { typoDistance, labelValue, type StringMap } from '@fairlead/kube-objects';
import type { PodSource } from './pod-source.ts';

/** A selector pair that a Pod source does not satisfy. */
export interface DifferingPair {
  readonly key: string;
  readonly wanted: string;
  /** `undefined`: it has no label of that key. */
  readonly carried: string | undefined;
  /** Letters apart, when so few that the value looks mistyped. */
  readonly distance: number | undefined;
}

export interface ClosestPodSource {
  readonly source: PodSource;
  readonly differing: readonly DifferingPair[];
  /** The selector that would match it: carried values in place of the wanted ones, keys it lacks left out. */
  readonly selector: StringMap;
}

function differenceTo(selector: StringMap, { labels }: PodSource): readonly DifferingPair[] {
  return Object.entries(selector).flatMap(([key, wanted]) => {
    const carried = labelValue(labels, key);
    if (carried === wanted) return [];
    return [
      { key, wanted, carried, distance: carried === undefined ? undefined : typoDistance(wanted, carried) },
    ];
  });
}

/** Far enough away to lose against every mistyped value. */
const strange = 100;

const distanceOf = (pairs: readonly DifferingPair[]): number =>
  pairs.reduce((sum, { distance }) => sum + (distance ?? strange), 0);

/**
 * Worth a suggestion: the values look mistyped, or it bears the Service's name, or all but one of several pairs fit and
 * the one is a label it does not have at all.
 */
function isPlausible(pairs: readonly DifferingPair[], selector: StringMap, isNamesake: boolean): boolean {
  if (isNamesake || pairs.every(({ distance }) => distance !== undefined)) return true;
  const [only, ...others] = pairs;
  return others.length === 0 && only?.carried === undefined && Object.keys(selector).length > 1;
}

function repairedSelector(
  selector: StringMap,
  pairs: readonly DifferingPair[],
  { labels, workload }: PodSource,
): StringMap {
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]));
  const repaired = Object.entries(selector).flatMap(([key, wanted]) => {
    const pair = byKey.get(key);
    const value = pair === undefined ? wanted : pair.carried;
    return value === undefined ? [] : [[key, value] as const];
  });
  if (repaired.length > 0) return Object.fromEntries(repaired);
  return workload?.spec.selector?.matchLabels ?? labels;
}

/**
 * Whose Pods the selector was probably meant for: the source that satisfies most of its pairs, then the one whose other
 * values are the fewest letters away, then the first in order. `undefined` when none is near.
 */
export function findClosestPodSource(
  selector: StringMap,
  serviceName: string,
  sources: readonly PodSource[],
): ClosestPodSource | undefined {
  const ranked = sources
    .map((source) => ({ source, differing: differenceTo(selector, source) }))
    .filter(({ source, differing }) => isPlausible(differing, selector, source.ref.name === serviceName))
    .filter(({ source }) => Object.keys(source.labels).length > 0)
    .toSorted(
      (a, b) => a.differing.length - b.differing.length || distanceOf(a.differing) - distanceOf(b.differing),
    );
  const [closest] = ranked;
  return closest && { ...closest, selector: repairedSelector(selector, closest.differing, closest.source) };
}
