import { readScalar, type ScalarSource } from './build-scalar.ts';
import { toJsonObject } from './json-value.ts';
import { manifestLimits } from './manifest-limits.ts';
import { listMapEntries } from './map-entries.ts';
import { readInlineText, readLiteralText, type ReadText } from './plain-block-scalar.ts';
import type { ListItem, ListNode, MapEntry, MapNode, ScalarNode, TextNode, TextPlace } from './text-node.ts';
import type { TreeReport } from './tree-report.ts';

const keyForm = /(?:([A-Za-z0-9_][A-Za-z0-9_./-]*)|"([^"\\\t\n\r]*)"|'([^'\t\n\r]*)'):(?=[ \r\n]|$)/y;
const emptyForm = /(?:\{\}|\[\])(?= *(?:\r?\n|$| #))/y;

const placeAt = (start: number, end: number): TextPlace => ({
  start,
  contentStart: start,
  end,
  anchor: undefined,
  hasTag: false,
});

/**
 * Reads the plain part of YAML that nearly every large manifest is written in: block maps and lists, values on one
 * line, literal texts, comments. It gives the same tree as the parser, many times faster, or `undefined` as soon as it
 * meets anything else, be it an error: then the parser has the word.
 */
export class PlainBlockReader {
  readonly #text: string;
  readonly #report: TreeReport;
  /** Of the next line that says something; a value behind a dash counts as a line of its own. */
  #at = 0;
  #indent = 0;
  #depth = 0;

  constructor(text: string, report: TreeReport) {
    this.#text = text;
    this.#report = report;
  }

  read(): TextNode | undefined {
    if (!this.#goTo(0) || this.#at >= this.#text.length) return undefined;
    const root = this.#indent === 0 && this.#text[this.#at] !== '-' ? this.#readMap() : undefined;
    return this.#at >= this.#text.length ? root : undefined;
  }

  /** Goes to the first line at or behind an offset at a line's beginning or end. False where tabs indent. */
  #goTo(offset: number): boolean {
    const text = this.#text;
    let lineStart = offset;
    while (lineStart < text.length) {
      let at = lineStart;
      while (text.charCodeAt(at) === 0x20) at += 1;
      const unit = text.charCodeAt(at);
      if (unit === 0x09) return false;
      const isBlank = at >= text.length || unit === 0x0a || unit === 0x0d || unit === 0x23;
      if (!isBlank) {
        this.#at = at;
        this.#indent = at - lineStart;
        return true;
      }
      const end = text.indexOf('\n', at);
      lineStart = end < 0 ? text.length : end + 1;
    }
    this.#at = text.length;
    this.#indent = -1;
    return true;
  }

  #goToNextLine(offset: number): boolean {
    const end = this.#text.indexOf('\n', offset);
    return this.#goTo(end < 0 ? this.#text.length : end + 1);
  }

  #startsItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== 0x2d) return false;
    const next = this.#text.charCodeAt(this.#at + 1);
    return next === 0x20 || next === 0x0a || next === 0x0d || Number.isNaN(next);
  }

  #readBlock(): TextNode | undefined {
    if (this.#depth >= manifestLimits.depth) return undefined;
    this.#depth += 1;
    const node = this.#startsItem() ? this.#readList() : this.#readMap();
    this.#depth -= 1;
    return node;
  }

  #readMap(): MapNode | undefined {
    const indent = this.#indent;
    const start = this.#at;
    const entries: MapEntry[] = [];
    while (this.#indent === indent && !this.#startsItem()) {
      const entry = this.#readEntry(indent);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    const last = entries.at(-1);
    if (last === undefined || this.#indent > indent || this.#startsItemAt(indent)) return undefined;
    const end = Math.max(last.colonEnd ?? 0, last.node.end);
    const value = toJsonObject(listMapEntries(entries, this.#report));
    return { kind: 'map', isFlow: false, entries, value, ...placeAt(start, end) };
  }

  /** An item at the column of keys is no item of their map: the list that it continues may be further up, or nowhere. */
  #startsItemAt(indent: number): boolean {
    return this.#indent === indent && this.#startsItem();
  }

  #readEntry(indent: number): MapEntry | undefined {
    keyForm.lastIndex = this.#at;
    const match = keyForm.exec(this.#text);
    if (match === null) return undefined;
    const start = this.#at;
    const colonEnd = keyForm.lastIndex;
    const plain = match[1];
    const key =
      plain === undefined
        ? (match[2] ?? match[3] ?? '')
        : this.#readScalarValue({ text: plain, style: 'plain', tag: undefined }, start, colonEnd - 1);
    if (key === null) return undefined;
    const node = this.#readValue(colonEnd, { indent, canBeList: true });
    if (node === undefined) return undefined;
    return { key: String(key), isMerge: false, start, keyStart: start, keyEnd: colonEnd - 1, colonEnd, node };
  }

  #readList(): ListNode | undefined {
    const indent = this.#indent;
    const start = this.#at;
    const items: ListItem[] = [];
    while (this.#startsItemAt(indent)) {
      const dash = this.#at;
      const node = this.#readItem(dash, indent);
      if (node === undefined) return undefined;
      items.push({ start: dash, node });
    }
    const last = items.at(-1);
    if (last === undefined || this.#indent > indent) return undefined;
    const value = items.map((item) => item.node.value);
    return { kind: 'list', isFlow: false, items, value, ...placeAt(start, last.node.end) };
  }

  #readItem(dash: number, indent: number): TextNode | undefined {
    let at = dash + 1;
    while (this.#text.charCodeAt(at) === 0x20) at += 1;
    keyForm.lastIndex = at;
    const isCompact = keyForm.test(this.#text);
    this.#at = at;
    if (!isCompact && !this.#startsItem()) return this.#readValue(dash + 1, { indent, canBeList: false });
    this.#indent = indent + at - dash;
    return this.#readBlock();
  }

  /** What stands behind a colon or a dash. */
  #readValue(
    after: number,
    { indent, canBeList }: { indent: number; canBeList: boolean },
  ): TextNode | undefined {
    const text = this.#text;
    let at = after;
    while (text.charCodeAt(at) === 0x20) at += 1;
    const unit = text.charCodeAt(at);
    const isBelow = at >= text.length || unit === 0x0a || unit === 0x0d || (unit === 0x23 && at > after);
    if (isBelow) return this.#readBelow(at, { after, indent, canBeList });
    const read = unit === 0x7c ? readLiteralText(text, at, indent) : readInlineText(text, at);
    if (read !== undefined) return this.#finishScalar(read, at, indent);
    return this.#readEmpty(at, indent);
  }

  #readEmpty(at: number, indent: number): TextNode | undefined {
    emptyForm.lastIndex = at;
    if (!emptyForm.test(this.#text) || !this.#goToNextLine(at) || this.#indent > indent) return undefined;
    const place = placeAt(at, at + 2);
    return this.#text[at] === '{'
      ? { kind: 'map', isFlow: true, entries: [], value: {}, ...place }
      : { kind: 'list', isFlow: true, items: [], value: [], ...place };
  }

  #readBelow(
    at: number,
    { after, indent, canBeList }: { after: number; indent: number; canBeList: boolean },
  ): TextNode | undefined {
    if (!this.#goToNextLine(at)) return undefined;
    const isNested = this.#indent > indent || (canBeList && this.#startsItemAt(indent));
    return isNested
      ? this.#readBlock()
      : { kind: 'scalar', style: 'plain', value: null, ...placeAt(after, after) };
  }

  #finishScalar(read: ReadText, start: number, indent: number): ScalarNode | undefined {
    const { text, style, end, next } = read;
    const value = this.#readScalarValue({ text, style, tag: undefined }, start, end);
    // A deeper line would go on with the value, which only the parser can tell.
    if (!this.#goTo(next) || this.#indent > indent) return undefined;
    return { kind: 'scalar', style, value, ...placeAt(start, end) };
  }

  #readScalarValue(source: ScalarSource, start: number, end: number): ScalarNode['value'] {
    return readScalar(source, (code, severity, details) => {
      this.#report.add({ code, severity, details }, start, end);
    });
  }
}
