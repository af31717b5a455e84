import { isDeepEqual, type JsonObject } from '@fairlead/manifests';
import type { Matches } from './match-parts.ts';

/** A step from one list to another. Indexes are those of the list as the steps before it left it; `front` is the place in front. */
export type Step =
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'change'; readonly index: number; readonly item: JsonObject }
  | { readonly kind: 'move'; readonly index: number; readonly front: number }
  | { readonly kind: 'add'; readonly front: number; readonly item: JsonObject };

/** Of ascending runs through `values` a longest one: what need not move. */
export function longestAscending(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const former: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    former[index] = tails[low - 1];
    tails[low] = index;
  }
  const run = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = former[at]) run.add(values[at] ?? 0);
  return run;
}

function stepsOfRemoval(before: readonly JsonObject[], kept: ReadonlySet<number>): readonly Step[] {
  return [...before.keys()]
    .filter((index) => !kept.has(index))
    .toReversed()
    .map((index) => ({ kind: 'remove', index }));
}

/** Removes, then changes, then puts each item behind the one in front of it, moving as few as possible. */
export function stepsBetween(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  matches: Matches,
): readonly Step[] {
  const sources = matches.map((match) => match?.before);
  const kept = new Set(sources.filter((source) => source !== undefined));
  const steps: Step[] = [...stepsOfRemoval(before, kept)];
  const working: number[] = [...before.keys()].filter((index) => kept.has(index));
  for (const [index, item] of after.entries()) {
    const source = sources[index];
    if (source === undefined || isDeepEqual(before[source], item)) continue;
    steps.push({ kind: 'change', index: working.indexOf(source), item });
  }
  const still = longestAscending(sources.filter((source) => source !== undefined));
  let front = -1;
  for (const [index, item] of after.entries()) {
    const source = sources[index];
    if (source === undefined) {
      steps.push({ kind: 'add', front, item });
      working.splice(front + 1, 0, -1);
      front += 1;
    } else if (still.has(source)) {
      front = working.indexOf(source, front + 1);
    } else {
      const from = working.indexOf(source);
      steps.push({ kind: 'move', index: from, front });
      working.splice(from, 1);
      front = from <= front ? front : front + 1;
      working.splice(front, 0, source);
    }
  }
  return steps;
}
