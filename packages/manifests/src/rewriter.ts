import type { FieldPath, JsonObject, JsonValue } from './json-value.ts';
import type { TextEdit } from './text-edit.ts';
import { TextLayout } from './text-layout.ts';
import type { MapNode, TextNode } from './text-node.ts';
import { WritingStyle } from './writing-style.ts';

/** Names an item of the list at `path` by what it says, so that it is found again when it moved; `undefined`: by its position. */
export type IdentifyItem = (path: FieldPath, item: JsonValue) => string | undefined;

/** Where a value stands: behind a colon or a dash, in block or flow style. The root stands behind nothing. */
export interface Slot {
  readonly indicator: ':' | '-' | 'none';
  readonly indicatorEnd: number | undefined;
  /** Of the key or the dash. */
  readonly column: number;
  readonly isFlow: boolean;
}

/** One value of the text and what it is to say. */
export interface ValueRewrite {
  readonly node: TextNode;
  readonly next: JsonValue;
  readonly path: FieldPath;
  readonly slot: Slot;
}

/** Adds the edits for one value; gives where the part that stays of it ends. */
export type RewriteValue = (rewriter: Rewriter, rewrite: ValueRewrite) => number;

interface RewriterOptions {
  readonly identify: IdentifyItem;
  /** Anchored values that are known to change. */
  readonly changing: ReadonlySet<TextNode>;
  readonly rewriteValue: RewriteValue;
}

/** A value that no small edit can turn into what it is to be. */
export class CannotRewriteError extends Error {}

/** Collects the edits that make one text say something else. Holds no state but these edits and what they touch. */
export class Rewriter {
  readonly layout: TextLayout;
  readonly style: WritingStyle;
  readonly identify: IdentifyItem;
  /** Anchored values that change: what refers to them is written out. */
  readonly touched = new Set<TextNode>();
  readonly #changing: ReadonlySet<TextNode>;
  readonly #rewriteValue: RewriteValue;
  readonly #within: TextNode[] = [];
  #edits: TextEdit[] = [];

  constructor(text: string, root: MapNode, options: RewriterOptions) {
    this.layout = new TextLayout(text);
    this.style = new WritingStyle(text, root);
    this.identify = options.identify;
    this.#changing = options.changing;
    this.#rewriteValue = options.rewriteValue;
  }

  rewriteRoot(root: MapNode, object: JsonObject): readonly TextEdit[] {
    const slot: Slot = { indicator: 'none', indicatorEnd: undefined, column: 0, isFlow: root.isFlow };
    this.rewrite({ node: root, next: object, path: [], slot });
    return this.#edits;
  }

  /** Makes a value say something; gives where the part that stays of it ends, for what is added behind it. */
  rewrite(rewrite: ValueRewrite): number {
    this.#within.push(rewrite.node);
    const end = this.#rewriteValue(this, rewrite);
    this.#within.pop();
    return end;
  }

  isChanging(node: TextNode): boolean {
    return this.#changing.has(node);
  }

  edit(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
    for (const node of this.#within) if (node.anchor !== undefined) this.touched.add(node);
  }

  /** Says that a value goes away, with every anchor in it. */
  lose(node: TextNode): void {
    if (node.anchor !== undefined) this.touched.add(node);
    if (node.kind === 'map') for (const entry of node.entries) this.lose(entry.node);
    if (node.kind === 'list') for (const item of node.items) this.lose(item.node);
  }

  /** The edits that `work` makes, kept apart from the others. */
  collect(work: () => void): readonly TextEdit[] {
    const outer = this.#edits;
    this.#edits = [];
    work();
    const inner = this.#edits;
    this.#edits = outer;
    return inner;
  }

  /** Whole lines below the part that ends there. */
  insertBelow(end: number, lines: readonly string[], column: number): void {
    this.insertTextBelow(end, this.indent(lines, column));
  }

  insertTextBelow(end: number, text: string): void {
    const at = this.layout.endOfPart(end);
    const { newline } = this.style;
    this.edit(at, at, this.layout.endsLine(end) ? text + newline : newline + text);
  }

  indent(lines: readonly string[], column: number): string {
    const space = ' '.repeat(column);
    return lines.map((line) => (line === '' ? '' : space + line)).join(this.style.newline);
  }

  /** Takes whole lines out; the last line of a text without line break goes with the break before it. */
  removeLines(start: number, end: number): void {
    const { text, lines } = this.layout;
    const isUnfinished = end === text.length && !text.endsWith('\n') && start > 0;
    this.edit(isUnfinished ? lines.endOfLine(start - 1) : start, end, '');
  }
}
