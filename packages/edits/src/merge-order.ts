import type { Slot } from './merge-slots.ts';

export type Side = 'mine' | 'theirs';

const hasKeptOrder = (slots: readonly Slot[], side: Side): boolean =>
  slots.every((slot, index) => index === 0 || (slots[index - 1]?.[side] ?? 0) < (slot[side] ?? 0));

const bySide = (slots: readonly Slot[], side: Side): readonly Slot[] =>
  slots.filter((slot) => slot[side] !== undefined).toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0));

/** Whose order counts; `both` where each side moved items, and not to the same order. */
export function findOrderingSide(slots: readonly Slot[]): Side | 'both' {
  const common = slots.filter(
    ({ base, mine, theirs }) => base !== undefined && mine !== undefined && theirs !== undefined,
  );
  const inBaseOrder = common.toSorted((a, b) => (a.base ?? 0) - (b.base ?? 0));
  if (hasKeptOrder(inBaseOrder, 'mine')) return 'theirs';
  if (hasKeptOrder(inBaseOrder, 'theirs')) return 'mine';
  return hasKeptOrder(bySide(common, 'mine'), 'theirs') ? 'theirs' : 'both';
}

/**
 * The slots in the order of one side. What only the other side has goes behind the part it stands behind there; of items
 * added at the same place theirs come first.
 */
export function orderSlots(slots: readonly Slot[], side: Side): readonly Slot[] {
  const other: Side = side === 'mine' ? 'theirs' : 'mine';
  const ordered = [...bySide(slots, side)];
  const placed = new Set(ordered);
  let front = -1;
  for (const slot of bySide(slots, other)) {
    if (placed.has(slot)) {
      front = ordered.indexOf(slot);
      continue;
    }
    const isOthersOwn = (candidate: Slot | undefined): boolean =>
      candidate !== undefined && candidate.base === undefined && candidate[other] === undefined;
    if (side === 'theirs') while (isOthersOwn(ordered[front + 1])) front += 1;
    front += 1;
    ordered.splice(front, 0, slot);
    placed.add(slot);
  }
  return ordered;
}
