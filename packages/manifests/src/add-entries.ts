import type { MapPlan, MapRewrite } from './plan-map.ts';
import type { Rewriter } from './rewriter.ts';
import { endOfEntry, topOfEntry } from './text-layout.ts';
import type { MapEntry } from './text-node.ts';

/** Behind an entry, or before the first one that stays. */
type Place =
  | { readonly kind: 'behind'; readonly entry: MapEntry; readonly end: number }
  | { readonly kind: 'first'; readonly start: number };

/** What adding needs to know: `ends` says where the entries that stay end now. */
export interface Additions extends MapPlan {
  readonly ends: ReadonlyMap<MapEntry, number>;
}

const addToFlow = (rewriter: Rewriter, after: MapEntry, text: string): void => {
  const { layout, style } = rewriter;
  const begins = layout.beginsLine(after.start);
  const gap = begins ? style.newline + ' '.repeat(layout.columnOf(after.start)) : ' ';
  const end = endOfEntry(after);
  rewriter.edit(end, end, `,${gap}${text}`);
};

/** The head of a document stays at its top, and what begins behind a dash has no line above it. */
const canStandFirst = (rewriter: Rewriter, { node, path }: MapRewrite): boolean =>
  !node.isFlow && path.length > 0 && rewriter.layout.beginsLine(node.entries[0]?.start ?? 0);

const findPlace = (
  rewriter: Rewriter,
  rewrite: MapRewrite,
  { kept, ends, before }: Additions & { readonly before: MapEntry | undefined },
): Place | undefined => {
  const { node } = rewrite;
  const firstKept = node.entries.findIndex((entry) => kept.has(entry));
  const hasMerge = node.entries.some(({ isMerge }) => isMerge);
  if (before === undefined && !hasMerge && canStandFirst(rewriter, rewrite))
    return { kind: 'first', start: topOfEntry(rewriter.layout, node.entries, firstKept) };
  // Behind a merge, because Go's reader lays a merge over what stands above it.
  const last = node.entries.findLast((entry) => kept.has(entry));
  const entry = hasMerge ? last : (before ?? last);
  return entry === undefined
    ? undefined
    : { kind: 'behind', entry, end: ends.get(entry) ?? endOfEntry(entry) };
};

/** Each new entry stands behind the one that it follows in the object, where that one is in the text. */
export const addEntries = (rewriter: Rewriter, rewrite: MapRewrite, additions: Additions): void => {
  const { node, next } = rewrite;
  const { layout, style } = rewriter;
  const byKey = new Map(
    [...additions.kept].filter(({ isMerge }) => !isMerge).map((entry) => [entry.key, entry]),
  );
  const added = new Set(additions.added);
  const column = layout.columnOf(node.entries[0]?.start ?? 0);
  let before: MapEntry | undefined;
  for (const [key, value] of Object.entries(next)) {
    before = byKey.get(key) ?? before;
    const place = added.has(key) ? findPlace(rewriter, rewrite, { ...additions, before }) : undefined;
    if (place === undefined) continue;
    if (place.kind === 'first') {
      const text = rewriter.indent(style.printEntry(key, value), column);
      rewriter.edit(place.start, place.start, text + style.newline);
    } else if (node.isFlow)
      addToFlow(rewriter, place.entry, `${style.printInlineKey(key)}: ${style.printInline(value)}`);
    else rewriter.insertBelow(place.end, style.printEntry(key, value), column);
  }
};
