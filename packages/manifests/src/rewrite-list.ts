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
const printMoved = (rewriter: Rewriter, rewrite: ListRewrite, oldIndex: number, next: JsonValue): string => {
  const { node, path } = rewrite;
  const item = node.items[oldIndex];
  if (item === undefined) return '';
  const chunk = chunkOf(rewriter, rewrite, oldIndex);
  const edits = rewriter.collect(() => {
    rewriter.rewrite(item.node, next, [...path, oldIndex], slotOf(rewriter, item, false));
  });
  rewriter.lose(item.node);
  return applyTextEdits(rewriter.layout.text, edits, chunk).replace(/\r?\n$/, '');
};

const rewriteBlock = (rewriter: Rewriter, rewrite: ListRewrite, aligned: readonly AlignedItem[]): number => {
  const { node, next, path } = rewrite;
  const { style, layout } = rewriter;
  const staying = new Set(aligned.filter(({ staysInPlace }) => staysInPlace).map(({ oldIndex }) => oldIndex));
  const firstStaying = Math.min(...[...staying].map((index) => index ?? 0));
  let end: number | undefined;
  for (const [index, { oldIndex, staysInPlace }] of aligned.entries()) {
    const value = next[index] ?? null;
    const item = oldIndex === undefined ? undefined : node.items[oldIndex];
    if (staysInPlace && item !== undefined) {
      end = Math.max(
        item.start + 1,
        rewriter.rewrite(item.node, value, [...path, oldIndex ?? 0], slotOf(rewriter, item, false)),
      );
      continue;
    }
    const column = layout.columnOf(node.items[0]?.start ?? node.start);
    const text =
      oldIndex === undefined
        ? rewriter.indent(style.printItem(value), column)
        : printMoved(rewriter, rewrite, oldIndex, value);
    if (end === undefined) {
      const { start } = chunkOf(rewriter, rewrite, firstStaying);
      rewriter.edit(start, start, text + style.newline);
    } else rewriter.insertTextBelow(end, text);
  }
  for (const [index, item] of node.items.entries()) {
    if (staying.has(index)) continue;
    rewriter.lose(item.node);
    const chunk = chunkOf(rewriter, rewrite, index);
    rewriter.removeLines(chunk.start, chunk.end);
  }
  return end ?? node.end;
};

const rewriteFlow = (rewriter: Rewriter, rewrite: ListRewrite, aligned: readonly AlignedItem[]): number => {
  const { node, next, path } = rewrite;
  const { layout, style } = rewriter;
  let after: ListItem | undefined;
  for (const [index, { oldIndex, staysInPlace }] of aligned.entries()) {
    const item = oldIndex === undefined ? undefined : node.items[oldIndex];
    const value = next[index] ?? null;
    if (staysInPlace && item !== undefined) {
      rewriter.rewrite(item.node, value, [...path, oldIndex ?? 0], slotOf(rewriter, item, true));
      after = item;
      continue;
    }
    const beside = after ?? node.items[0];
    if (beside === undefined) continue;
    const begins = layout.beginsLine(beside.start);
    const gap = begins ? style.newline + ' '.repeat(layout.columnOf(beside.start)) : ' ';
    const printed = style.printInline(value);
    if (after === undefined) rewriter.edit(beside.start, beside.start, `${printed},${gap}`);
    else rewriter.edit(after.node.end, after.node.end, `,${gap}${printed}`);
  }
  const staying = new Set(aligned.filter(({ staysInPlace }) => staysInPlace).map(({ oldIndex }) => oldIndex));
  for (const [index, item] of node.items.entries()) if (!staying.has(index)) rewriter.lose(item.node);
  removeFromFlow(
    rewriter,
    node.items.map((item, index) => ({ start: item.start, end: item.node.end, isKept: staying.has(index) })),
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
  return node.isFlow ? rewriteFlow(rewriter, rewrite, aligned) : rewriteBlock(rewriter, rewrite, aligned);
};
