import { addEntries } from './add-entries.ts';
import { isDeepEqual } from './deep-equal.ts';
import { hasAwkwardMerge, planMap, type MapPlan, type MapRewrite } from './plan-map.ts';
import { removeEntries } from './remove-entries.ts';
import { replaceValue } from './replace-value.ts';
import type { Rewriter } from './rewriter.ts';
import { endOfEntry } from './text-layout.ts';
import type { MapEntry } from './text-node.ts';

const rewriteKept = (
  rewriter: Rewriter,
  rewrite: MapRewrite,
  plan: MapPlan,
): ReadonlyMap<MapEntry, number> => {
  const { node, next, path, slot } = rewrite;
  const ends = new Map<MapEntry, number>();
  const blockColumn = rewriter.layout.columnOf(node.entries[0]?.start ?? node.start);
  for (const entry of node.entries) {
    if (entry.isMerge || !plan.kept.has(entry)) continue;
    const end = rewriter.rewrite({
      node: entry.node,
      next: next[entry.key] ?? null,
      path: [...path, entry.key],
      slot: {
        indicator: ':',
        indicatorEnd: entry.colonEnd,
        column: node.isFlow ? rewriter.layout.columnOf(entry.start) : blockColumn,
        isFlow: node.isFlow || slot.isFlow,
      },
    });
    ends.set(entry, Math.max(end, entry.keyEnd, entry.colonEnd ?? 0));
  }
  return ends;
};

/** Makes a map say `next`: entries that stay are gone into, others are cut out with their comments or added as lines. */
export const rewriteMap = (rewriter: Rewriter, rewrite: MapRewrite): number => {
  const { node, next } = rewrite;
  if (node.entries.length === 0 && Object.keys(next).length === 0) return node.end;
  const plan = planMap(rewriter, rewrite);
  if (plan === undefined) {
    const isSaid = isDeepEqual(node.value, next) && !hasAwkwardMerge(rewriter, rewrite);
    return isSaid ? node.end : replaceValue(rewriter, rewrite);
  }
  const ends = rewriteKept(rewriter, rewrite, plan);
  removeEntries(rewriter, rewrite, plan);
  addEntries(rewriter, rewrite, { ...plan, ends });
  if (node.isFlow) return node.end;
  const last = node.entries.findLast((entry) => plan.kept.has(entry));
  return last === undefined ? node.end : (ends.get(last) ?? endOfEntry(last));
};
