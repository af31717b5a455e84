import type { RowsAnswer } from './questions.ts';

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type SortValue = string | number;

const compareValues = (a: SortValue, b: SortValue): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));

/** How to order rows by a column; columns that are not here keep the given order. */
export type SortKeys<Item> = Readonly<Record<string, (item: Item) => SortValue>>;

/** Orders by `column` or `-column`; equal items, and all items without a known column, keep the order they came in. */
export function sortBy<Item>(
  items: readonly Item[],
  sort: string | undefined,
  keys: SortKeys<Item>,
): readonly Item[] {
  const isDescending = sort?.startsWith('-') === true;
  const column = isDescending ? sort?.slice(1) : sort;
  const key = column !== undefined && Object.hasOwn(keys, column) ? keys[column] : undefined;
  if (key === undefined) return items;
  const direction = isDescending ? -1 : 1;
  return items
    .map((item) => ({ item, value: key(item) }))
    .toSorted((a, b) => direction * compareValues(a.value, b.value))
    .map(({ item }) => item);
}

/** The asked range of the rows that passed a filter; only those are turned into what is shown. */
export function cutRows<Item, Row>(
  items: readonly Item[],
  range: { readonly from: number; readonly count: number; readonly unfiltered: number },
  toRow: (item: Item) => Row,
): RowsAnswer<Row> {
  const from = Math.max(0, range.from);
  return {
    total: items.length,
    unfiltered: range.unfiltered,
    from,
    rows: items.slice(from, from + range.count).map(toRow),
  };
}
