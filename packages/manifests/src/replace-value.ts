import type { JsonValue } from './json-value.ts';
import { CannotRewriteError, type Rewriter, type Slot } from './rewriter.ts';
import type { ScalarNode, TextNode } from './text-node.ts';

interface Replacement<N extends TextNode> {
  readonly node: N;
  readonly next: JsonValue;
  readonly slot: Slot;
}

const hasOnlyPlainCharacters = (text: string): boolean => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);

/** In the quotes that stood there before, where they can hold the new text. */
const printLike = (style: ScalarNode['style'], text: string): string | undefined => {
  if (!hasOnlyPlainCharacters(text)) return undefined;
  if (style === 'single-quoted') return `'${text.replaceAll("'", "''")}'`;
  return style === 'double-quoted' ? JSON.stringify(text) : undefined;
};

const replaceInFlow = (rewriter: Rewriter, { node, next, slot }: Replacement<TextNode>): number => {
  const printed = rewriter.style.printInline(next);
  const isEmpty = node.start === node.end;
  const colon = slot.indicator === ':' && slot.indicatorEnd === undefined ? ':' : '';
  rewriter.edit(node.start, node.end, isEmpty ? `${colon} ${printed}` : printed);
  return node.end;
};

const replaceInBlock = (rewriter: Rewriter, { node, next, slot }: Replacement<TextNode>): number => {
  const { layout, style } = rewriter;
  const { indicatorEnd } = slot;
  if (indicatorEnd === undefined) throw new CannotRewriteError('a value without a colon');
  const printed = slot.indicator === ':' ? style.printAfterColon(next) : style.printAfterDash(next);
  const body = printed.rest.length > 0 ? style.newline + rewriter.indent(printed.rest, slot.column) : '';
  const isBelow = !layout.isOnOneLine(indicatorEnd, node.contentStart);
  const isOneLine = layout.isOnOneLine(indicatorEnd, node.end);
  const end = layout.endOfPart(node.end);
  const tail = layout.endsLine(node.end) ? style.newline : '';
  if (isOneLine) {
    rewriter.edit(indicatorEnd, node.end, printed.first);
    if (body !== '') rewriter.edit(end, end, body);
  } else if (isBelow && node.start === node.contentStart) {
    const headEnd = layout.lines.endOfLine(indicatorEnd);
    rewriter.edit(indicatorEnd, indicatorEnd, printed.first);
    rewriter.edit(headEnd, end, body + tail);
  } else {
    rewriter.edit(indicatorEnd, body === '' && !isBelow ? node.end : end, printed.first + body + tail);
  }
  return node.end;
};

/** Writes a whole value anew; comments inside of it go, those beside it stay. */
export const replaceValue = (rewriter: Rewriter, replacement: Replacement<TextNode>): number => {
  rewriter.lose(replacement.node);
  const { slot } = replacement;
  if (slot.indicator === 'none') throw new CannotRewriteError('the whole object');
  return slot.isFlow ? replaceInFlow(rewriter, replacement) : replaceInBlock(rewriter, replacement);
};

/** Writes a scalar anew, on its line and in its quotes where it can be. */
export const replaceScalar = (rewriter: Rewriter, replacement: Replacement<ScalarNode>): number => {
  const { node, next, slot } = replacement;
  const { layout, style } = rewriter;
  const isSimple = typeof next !== 'object' || next === null;
  const isOneLine = node.end > node.contentStart && layout.isOnOneLine(node.contentStart, node.end);
  if (!isSimple || !isOneLine || slot.indicator === 'none') return replaceValue(rewriter, replacement);
  const printed = typeof next === 'string' ? printLike(node.style, next) : undefined;
  const value = slot.isFlow ? { first: style.printInline(next), rest: [] } : style.printAfterColon(next);
  if (printed === undefined && value.rest.length > 0) return replaceValue(rewriter, replacement);
  rewriter.edit(node.hasTag ? node.start : node.contentStart, node.end, printed ?? value.first.trim());
  return node.end;
};
