import { isDeepEqual, isJsonObject, type JsonObject, type JsonValue } from '@fairlead/manifests';
import type { ConflictPlace } from './conflict.ts';
import type { MergeDecider, Three } from './merge-decider.ts';
import { findOrderingSide, orderSlots } from './merge-order.ts';
import { buildSlots, type Lists, type Slot, type SlotRules } from './merge-slots.ts';

export interface ListMerge extends SlotRules {
  readonly lists: Lists;
  /** The place of one part of the list, as a whole. */
  readonly placeOf: (slot: Slot) => ConflictPlace;
  readonly orderPlace: ConflictPlace;
  /** Merges a part that both sides have, field by field. */
  readonly mergeItem: (three: Three<JsonObject>, slot: Slot) => JsonObject;
  readonly decider: MergeDecider;
}

function threeOf({ lists }: ListMerge, slot: Slot): Three<JsonObject> {
  const at = (side: keyof Lists): JsonObject | undefined => {
    const index = slot[side];
    return index === undefined ? undefined : lists[side][index];
  };
  return { base: at('base'), mine: at('mine'), theirs: at('theirs') };
}

function decideWhole(merge: ListMerge, slot: Slot, three: Three<JsonObject>): JsonObject | undefined {
  const chosen = merge.decider.decide(merge.placeOf(slot), three);
  return isJsonObject(chosen) ? chosen : undefined;
}

function mergeSlot(merge: ListMerge, slot: Slot): JsonObject | undefined {
  const three = threeOf(merge, slot);
  const { base, mine, theirs } = three;
  if (isDeepEqual(mine, theirs) || isDeepEqual(mine, base)) return theirs;
  if (isDeepEqual(theirs, base)) return mine;
  if (mine === undefined || theirs === undefined || slot.isGuess) return decideWhole(merge, slot, three);
  return merge.mergeItem(three, slot);
}

/** The order of the parts: that of the side that changed it; what both changed is decided, where it makes a difference. */
function decideOrder(
  merge: ListMerge,
  slots: readonly Slot[],
  itemOf: (slot: Slot) => JsonObject,
): readonly Slot[] {
  const side = findOrderingSide(slots);
  if (side !== 'both') return orderSlots(slots, side);
  const ordered = { mine: orderSlots(slots, 'mine'), theirs: orderSlots(slots, 'theirs') };
  if (isDeepEqual(ordered.mine.map(itemOf), ordered.theirs.map(itemOf))) return ordered.theirs;
  const namesOf = (of: keyof Lists): JsonValue => merge.lists[of].map(merge.idOf);
  const three = { base: namesOf('base'), mine: namesOf('mine'), theirs: namesOf('theirs') };
  return ordered[merge.decider.decideSide(merge.orderPlace, three)];
}

/**
 * One list out of three: each part is looked at on its own, wherever it stands. A part that one side took away and the
 * other changed is a conflict; so is one that a side seems to have renamed while the other changed it.
 */
export function mergeList(merge: ListMerge): readonly JsonObject[] {
  const slots = buildSlots(merge.lists, merge);
  const items = new Map(
    slots.flatMap((slot) => {
      const item = mergeSlot(merge, slot);
      return item === undefined ? [] : [[slot, item] as const];
    }),
  );
  const itemOf = (slot: Slot): JsonObject => items.get(slot) ?? {};
  const present = slots.filter((slot) => items.has(slot));
  return decideOrder(merge, present, itemOf).map(itemOf);
}
