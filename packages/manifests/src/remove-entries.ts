import type { MapPlan, MapRewrite } from './plan-map.ts';
import { removeFromFlow } from './remove-from-flow.ts';
import type { Rewriter } from './rewriter.ts';
import { endOfEntry, topOfEntry } from './text-layout.ts';
import type { MapEntry } from './text-node.ts';

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
    const start =
      path.length === 0 && index === 0
        ? layout.lines.startOfLine(entry.start)
        : topOfEntry(layout, node.entries, index);
    const end = endOfEntry(entry);
    rewriter.removeLines(start, layout.endsLine(end) ? end : layout.lines.startOfNextLine(end));
  }
};

/** Cuts out the entries that do not stay: in block style with their lines and the comments directly above them. */
export const removeEntries = (rewriter: Rewriter, rewrite: MapRewrite, plan: MapPlan): void => {
  const { node } = rewrite;
  if (!node.isFlow) {
    removeFromBlock(rewriter, rewrite, plan);
    return;
  }
  for (const entry of node.entries) if (!plan.kept.has(entry)) rewriter.lose(entry.node);
  const parts = node.entries.map((entry) => ({
    start: entry.start,
    end: endOfEntry(entry),
    isKept: plan.kept.has(entry),
  }));
  removeFromFlow(rewriter, parts);
};
