import { alignItems, type AlignedItem } from './align-items.ts';
import type { FieldPath, JsonValue } from './json-value.ts';
import { removeFromFlow } from './remove-from-flow.ts';
import { replaceValue } from './replace-value.ts';
import type { Rewriter, Slot } from './rewriter.ts';
import { applyTextEdits } from './text-edit.ts';
import type { Chunk } from './text-layout.ts';
import type { ListItem, ListNode } from './text-node.ts';

interface ListRewrite {
  readonly node: ListNode;
  readonly next: readonly JsonValue[];
  readonly path: FieldPath;
  readonly slot: Slot;
}

const endOfItem = ({ start, node }: ListItem): number => Math.max(start + 1, node.end);

const slotOf = (rewriter: Rewriter, item: ListItem, isFlow: boolean): Slot => ({
  indicator: '-',
  indicatorEnd: isFlow ? undefined : item.start + 1,
  column: rewriter.layout.columnOf(item.start),
  isFlow,
});

const chunkOf = (rewriter: Rewriter, { node, slot }: ListRewrite, index: number): Chunk => {
  const { layout } = rewriter;
  const item = node.items[index];
  const before = node.items[index - 1];
  const start = item?.start ?? node.start;
  const ownLine = layout.lines.startOfLine(start);
  const above = before === undefined ? (slot.indicatorEnd ?? node.start) : endOfItem(before);
  const floor = layout.endsLine(above) ? above : layout.lines.startOfNextLine(above);
  return layout.chunkOf(start, item === undefined ? start : endOfItem(item), Math.min(floor, ownLine));
};

/** An item's lines with its comments, saying what it is to say: how an item that moves keeps what stands around it. */
const printMoved = (
  rewriter: Rewriter,
  rewrite: ListRewrite,
  moved: { oldIndex: number; next: JsonValue },
): string => {
  const { node, path } = rewrite;
  const { oldIndex, next } = moved;
  const item = node.items[oldIndex];
  if (item === undefined) return '';
  const edits = rewriter.collect(() => {
    const slot = slotOf(rewriter, item, false);
    rewriter.rewrite({ node: item.node, next, path: [...path, oldIndex], slot });
  });
  rewriter.lose(item.node);
  const chunk = chunkOf(rewriter, rewrite, oldIndex);
  return applyTextEdits(rewriter.layout.text, edits, chunk).replace(/\r?\n$/, '');
};

/** One item of the new list: the old one where it stays in place, and what it is to say. */
interface Step extends AlignedItem {
  readonly item: ListItem | undefined;
  readonly value: JsonValue;
}

const listSteps = ({ node, next }: ListRewrite, aligned: readonly AlignedItem[]): readonly Step[] =>
  aligned.map(({ oldIndex, staysInPlace }, index) => ({
    oldIndex,
    staysInPlace,
    item: staysInPlace && oldIndex !== undefined ? node.items[oldIndex] : undefined,
    value: next[index] ?? null,
  }));

const rewriteStaying = (
  rewriter: Rewriter,
  { node, path }: ListRewrite,
  { item, oldIndex = 0, value }: Step,
): number => {
  if (item === undefined) return 0;
  const slot = slotOf(rewriter, item, node.isFlow);
  const end = rewriter.rewrite({ node: item.node, next: value, path: [...path, oldIndex], slot });
  return Math.max(item.start + 1, end);
};

const rewriteBlock = (rewriter: Rewriter, rewrite: ListRewrite, steps: readonly Step[]): number => {
  const { node } = rewrite;
  const { style, layout } = rewriter;
  const column = layout.columnOf(node.items[0]?.start ?? node.start);
  const firstStaying = steps.find(({ item }) => item !== undefined)?.oldIndex ?? 0;
  let end: number | undefined;
  for (const step of steps) {
    const { item, oldIndex, value } = step;
    if (item !== undefined) {
      end = rewriteStaying(rewriter, rewrite, step);
      continue;
    }
    const text =
      oldIndex === undefined
        ? rewriter.indent(style.printItem(value), column)
        : printMoved(rewriter, rewrite, { oldIndex, next: value });
    if (end === undefined) {
      const { start } = chunkOf(rewriter, rewrite, firstStaying);
      rewriter.edit(start, start, text + style.newline);
    } else rewriter.insertTextBelow(end, text);
  }
  const staying = new Set(steps.map(({ item }) => item));
  for (const [index, item] of node.items.entries()) {
    if (staying.has(item)) continue;
    rewriter.lose(item.node);
    const chunk = chunkOf(rewriter, rewrite, index);
    rewriter.removeLines(chunk.start, chunk.end);
  }
  return end ?? node.end;
};

const insertInFlow = (
  rewriter: Rewriter,
  node: ListNode,
  step: { after: ListItem | undefined; value: JsonValue },
): void => {
  const { layout, style } = rewriter;
  const { after, value } = step;
  const beside = after ?? node.items[0];
  if (beside === undefined) return;
  const gap = layout.beginsLine(beside.start)
    ? style.newline + ' '.repeat(layout.columnOf(beside.start))
    : ' ';
  const printed = style.printInline(value);
  if (after === undefined) rewriter.edit(beside.start, beside.start, `${printed},${gap}`);
  else rewriter.edit(after.node.end, after.node.end, `,${gap}${printed}`);
};

const rewriteFlow = (rewriter: Rewriter, rewrite: ListRewrite, steps: readonly Step[]): number => {
  const { node } = rewrite;
  let after: ListItem | undefined;
  for (const step of steps) {
    if (step.item === undefined) insertInFlow(rewriter, node, { after, value: step.value });
    else {
      rewriteStaying(rewriter, rewrite, step);
      after = step.item;
    }
  }
  const staying = new Set(steps.map(({ item }) => item));
  for (const item of node.items) if (!staying.has(item)) rewriter.lose(item.node);
  removeFromFlow(
    rewriter,
    node.items.map((item) => ({ start: item.start, end: item.node.end, isKept: staying.has(item) })),
  );
  return node.end;
};

/** Makes a list say `next`: items are found again by what they are, those that moved take their comments along. */
export const rewriteList = (rewriter: Rewriter, rewrite: ListRewrite): number => {
  const { node, next, path, slot } = rewrite;
  if (node.items.length === 0 && next.length === 0) return node.end;
  const aligned = alignItems({
    before: node.value,
    after: next,
    identify: (item) => rewriter.identify(path, item),
  });
  const first = node.items[0];
  const isCompact = !node.isFlow && first !== undefined && !rewriter.layout.beginsLine(first.start);
  const isSameShape =
    aligned.length === node.items.length && aligned.every(({ oldIndex }, index) => oldIndex === index);
  if (!aligned.some(({ staysInPlace }) => staysInPlace) || (isCompact && !isSameShape))
    return replaceValue(rewriter, { node, next, slot });
  const steps = listSteps(rewrite, aligned);
  return node.isFlow ? rewriteFlow(rewriter, rewrite, steps) : rewriteBlock(rewriter, rewrite, steps);
};
