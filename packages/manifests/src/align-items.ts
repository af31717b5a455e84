import { isDeepEqual } from './deep-equal.ts';
import { longestIncreasingRun } from './increasing-run.ts';
import type { JsonValue } from './json-value.ts';

/** For one item of the new list: the item of the old one that it is, and whether that one may stay at its place. */
export interface AlignedItem {
  readonly oldIndex: number | undefined;
  readonly staysInPlace: boolean;
}

interface Lists {
  readonly before: readonly JsonValue[];
  readonly after: readonly JsonValue[];
  readonly identify: (item: JsonValue) => string | undefined;
}

/** Names of all items in order, apart from each other: an item without a name is named by all that it says. */
const nameOf = (item: JsonValue, identify: Lists['identify']): string => {
  const name = identify(item);
  return name === undefined ? `=${JSON.stringify(item)}` : `#${name}`;
};

const matchByName = ({ before, after, identify }: Lists): (number | undefined)[] => {
  const places = new Map<string, number[]>();
  for (const [index, item] of before.entries()) {
    const name = nameOf(item, identify);
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  }
  for (const list of places.values()) list.reverse();
  return after.map((item) => places.get(nameOf(item, identify))?.pop());
};

/** Items without a partner between two that have one are the same items, changed, where there are as many on both sides. */
const matchByPosition = (matched: (number | undefined)[], { before, identify }: Lists): void => {
  const taken = new Set(matched.filter((index) => index !== undefined));
  let start = 0;
  while (start < matched.length) {
    if (matched[start] !== undefined) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < matched.length && matched[end] === undefined) end += 1;
    const from = (start === 0 ? -1 : (matched[start - 1] ?? -1)) + 1;
    const free: number[] = [];
    for (let at = from; at < before.length && !taken.has(at); at += 1) free.push(at);
    const isUnnamed = free.every((at) => identify(before[at] ?? null) === undefined);
    const count = isUnnamed || free.length === end - start ? Math.min(free.length, end - start) : 0;
    for (let at = 0; at < count; at += 1) matched[start + at] = free[at];
    start = end;
  }
};

const matchItems = (lists: Lists): readonly (number | undefined)[] => {
  const { before, after } = lists;
  const isSame =
    before.length === after.length && after.every((item, index) => isDeepEqual(before[index], item));
  if (isSame) return after.map((_, index) => index);
  const matched = matchByName(lists);
  matchByPosition(matched, lists);
  return matched;
};

/** Which old item each new one is: by its name, else by what it says, else by where it stands. */
export const alignItems = (lists: Lists): readonly AlignedItem[] => {
  const matched = matchItems(lists);
  const present = matched.flatMap((oldIndex, index) => (oldIndex === undefined ? [] : [{ oldIndex, index }]));
  const run = longestIncreasingRun(present.map(({ oldIndex }) => oldIndex));
  const staying = new Set(run.map((at) => present[at]?.index));
  return matched.map((oldIndex, index) => ({ oldIndex, staysInPlace: staying.has(index) }));
};
