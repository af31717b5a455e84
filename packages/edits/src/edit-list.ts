import type { JsonObject } from '@fairlead/manifests';

/** Copies of a list with one item put in, taken out, replaced or moved; `after` is -1 for the first place. */
export const insertedAfter = (
  items: readonly JsonObject[],
  after: number,
  item: JsonObject,
): readonly JsonObject[] => items.toSpliced(after + 1, 0, item);

export const removedAt = (items: readonly JsonObject[], index: number): readonly JsonObject[] =>
  items.toSpliced(index, 1);

export const replacedAt = (
  items: readonly JsonObject[],
  index: number,
  item: JsonObject,
): readonly JsonObject[] => items.with(index, item);

export function movedAfter(
  items: readonly JsonObject[],
  index: number,
  after: number,
): readonly JsonObject[] {
  const item = items[index];
  if (item === undefined) return items;
  return insertedAfter(removedAt(items, index), after > index ? after - 1 : after, item);
}
