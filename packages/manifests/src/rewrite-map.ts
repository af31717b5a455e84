import { isDeepEqual } from './deep-equal.ts';
import { ownField, type FieldPath, type JsonObject } from './json-value.ts';
import { removeFromFlow } from './remove-from-flow.ts';
import { replaceValue } from './replace-value.ts';
import type { Rewriter, Slot } from './rewriter.ts';
import { endOfEntry } from './text-layout.ts';
import type { MapEntry, MapNode } from './text-node.ts';

interface MapRewrite {
  readonly node: MapNode;
  readonly next: JsonObject;
  readonly path: FieldPath;
  readonly slot: Slot;
}

interface MapPlan {
  readonly kept: ReadonlySet<MapEntry>;
  readonly added: readonly string[];
}

/** True where no small edit is right: an entry that a merge overrides, or a merged key that has to go. */
const hasAwkwardMerge = (rewriter: Rewriter, { node, next }: MapRewrite): boolean => {
  const merges = node.entries.filter(({ isMerge }) => isMerge);
  if (merges.length === 0) return false;
  const isTorn = merges.some(({ node: source }) => {
    const sources = source.kind === 'list' ? source.items.map((item) => item.node) : [source];
    return sources.some((part) => part.kind === 'alias' && rewriter.isChanging(part.target));
  });
  const isOverridden = node.entries.some(
    ({ isMerge, key, node: own }) => !isMerge && !isDeepEqual(own.value, ownField(node.value, key)),
  );
  return (
    isTorn ||
    isOverridden ||
    Object.keys(node.value).some((key) => isMergedOnly(node, key) && !Object.hasOwn(next, key))
  );
};

const isMergedOnly = (node: MapNode, key: string): boolean =>
  Object.hasOwn(node.value, key) && !node.entries.some((entry) => !entry.isMerge && entry.key === key);

const planMap = (rewriter: Rewriter, rewrite: MapRewrite): MapPlan | undefined => {
  const { node, next } = rewrite;
  const { text } = rewriter.layout;
  const isExplicit = node.entries.some(({ start, keyStart }) => text[start] === '?' && keyStart !== start);
  if (isExplicit || hasAwkwardMerge(rewriter, rewrite)) return undefined;
  const kept = new Set(node.entries.filter(({ isMerge, key }) => isMerge || Object.hasOwn(next, key)));
  const written = new Set(node.entries.filter(({ isMerge }) => !isMerge).map(({ key }) => key));
  const hasMerge = written.size < node.entries.length;
  const added = Object.keys(next).filter((key) => {
    if (written.has(key)) return false;
    return !(hasMerge && isDeepEqual(ownField(node.value, key), ownField(next, key)));
  });
  return kept.size > 0 ? { kept, added } : undefined;
};

/** Cuts out entries that begin behind a dash: the next entry moves up, or stays on its line where comments lie between. */
const removeBehindDash = (rewriter: Rewriter, removed: readonly MapEntry[], next: MapEntry): void => {
  const { layout } = rewriter;
  const [first] = removed;
  const last = removed.at(-1);
  if (first === undefined || last === undefined) return;
  const lastEnd = layout.endOfPart(endOfEntry(last));
  const hasComment = layout.text.slice(lastEnd, next.start).includes('#');
  const spaceBefore =
    /[ \t]*$/.exec(layout.text.slice(layout.lines.startOfLine(first.start), first.start))?.[0] ?? '';
  if (hasComment) rewriter.edit(first.start - spaceBefore.length, lastEnd, '');
  else rewriter.edit(first.start, next.start, '');
};

const removeFromBlock = (rewriter: Rewriter, { node, path }: MapRewrite, { kept }: MapPlan): void => {
  const { layout } = rewriter;
  const firstKept = node.entries.findIndex((entry) => kept.has(entry));
  const leading = node.entries.slice(0, firstKept);
  const isBehindDash = leading[0] !== undefined && !layout.beginsLine(leading[0].start);
  const next = node.entries[firstKept];
  if (isBehindDash && next !== undefined) removeBehindDash(rewriter, leading, next);
  for (const [index, entry] of node.entries.entries()) {
    if (kept.has(entry)) continue;
    rewriter.lose(entry.node);
    if (isBehindDash && index < firstKept) continue;
    const before = node.entries[index - 1];
    const ownLine = layout.lines.startOfLine(entry.start);
    const top = path.length === 0 ? ownLine : 0;
    const floor = before === undefined ? top : layout.lines.startOfNextLine(endOfEntry(before) - 1);
    const chunk = layout.chunkOf(entry.start, endOfEntry(entry), Math.min(floor, ownLine));
    rewriter.removeLines(chunk.start, chunk.end);
  }
};

const addToFlow = (rewriter: Rewriter, place: { after: MapEntry; end: number; text: string }): void => {
  const { layout, style } = rewriter;
  const begins = layout.beginsLine(place.after.start);
  const gap = begins ? style.newline + ' '.repeat(layout.columnOf(place.after.start)) : ' ';
  rewriter.edit(place.end, place.end, `,${gap}${place.text}`);
};

/** Each new entry stands behind the one that it follows in the object, where that one is in the text. */
const addEntries = (
  rewriter: Rewriter,
  rewrite: MapRewrite,
  plan: MapPlan,
  ends: ReadonlyMap<MapEntry, number>,
): void => {
  const { node, next } = rewrite;
  const { layout, style } = rewriter;
  const byKey = new Map([...plan.kept].filter(({ isMerge }) => !isMerge).map((entry) => [entry.key, entry]));
  const last = [...plan.kept].at(-1);
  const hasMerge = node.entries.some(({ isMerge }) => isMerge);
  const added = new Set(plan.added);
  let before: MapEntry | undefined;
  for (const key of Object.keys(next)) {
    before = byKey.get(key) ?? before;
    if (!added.has(key)) continue;
    const after = hasMerge ? last : (before ?? last);
    if (after === undefined) continue;
    const end = ends.get(after) ?? endOfEntry(after);
    const value = next[key] ?? null;
    if (node.isFlow)
      addToFlow(rewriter, {
        after,
        end,
        text: `${style.printInlineKey(key)}: ${style.printInline(value)}`,
      });
    else
      rewriter.insertBelow(end, style.printEntry(key, value), layout.columnOf(node.entries[0]?.start ?? 0));
  }
};

/** Makes a map say `next`: entries that stay are gone into, others are cut out with their comments or added as lines. */
export const rewriteMap = (rewriter: Rewriter, rewrite: MapRewrite): number => {
  const { node, next, path, slot } = rewrite;
  if (node.entries.length === 0 && Object.keys(next).length === 0) return node.end;
  const plan = planMap(rewriter, rewrite);
  if (plan === undefined)
    return isDeepEqual(node.value, next) && !hasAwkwardMerge(rewriter, rewrite)
      ? node.end
      : replaceValue(rewriter, { node, next, slot });
  const ends = new Map<MapEntry, number>();
  for (const entry of node.entries) {
    if (entry.isMerge || !plan.kept.has(entry)) continue;
    const inner: Slot = {
      indicator: ':',
      indicatorEnd: entry.colonEnd,
      column: rewriter.layout.columnOf(node.isFlow ? entry.start : (node.entries[0]?.start ?? entry.start)),
      isFlow: node.isFlow || slot.isFlow,
    };
    const end = rewriter.rewrite(entry.node, next[entry.key] ?? null, [...path, entry.key], inner);
    ends.set(entry, Math.max(end, entry.keyEnd, entry.colonEnd ?? 0));
  }
  if (!node.isFlow) removeFromBlock(rewriter, rewrite, plan);
  else {
    for (const entry of node.entries) if (!plan.kept.has(entry)) rewriter.lose(entry.node);
    const parts = node.entries.map((entry) => ({
      start: entry.start,
      end: endOfEntry(entry),
      isKept: plan.kept.has(entry),
    }));
    removeFromFlow(rewriter, parts);
  }
  addEntries(rewriter, rewrite, plan, ends);
  if (node.isFlow) return node.end;
  const last = node.entries.findLast((entry) => plan.kept.has(entry));
  return last === undefined ? node.end : (ends.get(last) ?? endOfEntry(last));
};
