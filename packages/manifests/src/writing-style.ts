import type { JsonValue } from './json-value.ts';
import { toJsonObject } from './json-value.ts';
import { printValue } from './print-value.ts';
import type { TextNode } from './text-node.ts';

/** How a value is written into a text: what follows its `:` or `-` on the same line, and the lines below, not indented. */
export interface PrintedValue {
  readonly first: string;
  readonly rest: readonly string[];
}

const isBlockList = (node: TextNode): boolean => node.kind === 'list' && !node.isFlow;

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** True where lists stand behind their key's column in this text; texts without lists are written as we print. */
const hasIndentedLists = (text: string, root: TextNode): boolean => {
  const nodes = [root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.kind === 'list') nodes.push(...node.items.map((item) => item.node));
    if (node.kind !== 'map') continue;
    const entry = node.entries.find((candidate) => isBlockList(candidate.node));
    if (entry !== undefined) return columnOf(text, entry.node.contentStart) > columnOf(text, entry.start);
    for (const { node: inner } of node.entries) nodes.push(inner);
  }
  return true;
};

/** The ways of one text, so that what is added to it looks as if its author had written it. */
export class WritingStyle {
  readonly newline: '\n' | '\r\n';
  readonly isJson: boolean;
  readonly #indentLists: boolean;

  constructor(text: string, root: TextNode) {
    this.newline = /\r\n/.test(text) ? '\r\n' : '\n';
    this.isJson = root.kind === 'map' && root.isFlow && text[root.entries[0]?.keyStart ?? -1] === '"';
    this.#indentLists = hasIndentedLists(text, root);
  }

  printAfterColon(value: JsonValue): PrintedValue {
    const [first = '', ...rest] = this.printEntry('k', value);
    return { first: first.slice('k:'.length), rest };
  }

  printAfterDash(value: JsonValue): PrintedValue {
    const [first = '', ...rest] = this.printItem(value);
    return { first: first.slice('-'.length), rest };
  }

  printEntry(key: string, value: JsonValue): readonly string[] {
    return this.#lines(toJsonObject([[key, value]]));
  }

  printItem(value: JsonValue): readonly string[] {
    return this.#lines([value]);
  }

  /** On one line, fit to stand inside of brackets. */
  printInline(value: JsonValue): string {
    if (this.isJson) return JSON.stringify(value);
    const printed = printValue([value], { indentLists: true, isFlow: true }).trim();
    return printed.slice(1, -1).trim();
  }

  printInlineKey(key: string): string {
    if (this.isJson) return JSON.stringify(key);
    const printed = printValue(toJsonObject([[key, 0]]), { indentLists: true, isFlow: true }).trim();
    return printed.slice(1, -1).trim().replace(/: 0$/, '');
  }

  #lines(value: JsonValue): readonly string[] {
    return printValue(value, { indentLists: this.#indentLists }).replace(/\n$/, '').split('\n');
  }
}
