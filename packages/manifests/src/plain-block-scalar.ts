import type { ScalarNode } from './text-node.ts';

/** A scalar as it stands in the text; `next`: where to look for the next line. */
export interface ReadText {
  readonly text: string;
  readonly style: ScalarNode['style'];
  readonly end: number;
  readonly next: number;
}

const doubleQuoted = /"((?:[^"\\\t\n\r]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"(?= *(?:\r?\n|$| #))/y;
const singleQuoted = /'((?:[^'\t\n\r]|'')*)'(?= *(?:\r?\n|$| #))/y;
/** From the colon's space on, as YAML forbids indicators at the beginning and `: ` and ` #` inside. */
const plainLine = /[A-Za-z0-9_/.+$(\\^~;<=-][^\t\n\r]*(?=\r?\n|$)/y;
const literalHeader = /\|-?(?= *\r?\n)/y;

const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
};

const readPlain = (text: string, start: number): ReadText | undefined => {
  plainLine.lastIndex = start;
  const match = plainLine.exec(text);
  if (match === null) return undefined;
  const comment = match[0].indexOf(' #');
  const value = (comment < 0 ? match[0] : match[0].slice(0, comment)).replace(/ +$/, '');
  const isOdd = /:(?: |$)/.test(value) || /^(?:-(?: |$)|---|\.\.\.)/.test(value);
  return isOdd
    ? undefined
    : { text: value, style: 'plain', end: start + value.length, next: nextLine(text, start) };
};

const readQuoted = (text: string, start: number): ReadText | undefined => {
  const isDouble = text[start] === '"';
  const form = isDouble ? doubleQuoted : singleQuoted;
  form.lastIndex = start;
  const match = form.exec(text);
  const inner = match?.[1];
  if (match === null || inner === undefined) return undefined;
  const end = start + match[0].length;
  const next = nextLine(text, end);
  if (!isDouble) return { text: inner.replaceAll("''", "'"), style: 'single-quoted', end, next };
  const unescaped: unknown = inner.includes('\\') ? JSON.parse(match[0]) : inner;
  return typeof unescaped === 'string' ? { text: unescaped, style: 'double-quoted', end, next } : undefined;
};

/** A value on one line, plain or in quotes; `undefined` for anything else. */
export const readInlineText = (text: string, start: number): ReadText | undefined =>
  text[start] === '"' || text[start] === "'" ? readQuoted(text, start) : readPlain(text, start);

const spacesAt = (text: string, offset: number): number => {
  let at = offset;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at - offset;
};

interface LiteralLines {
  readonly lines: readonly string[];
  readonly next: number;
  /** Spaces before the line that ends the text; -1 where the file ends. */
  readonly nextIndent: number;
}

const readLiteralLines = (text: string, start: number, indent: number): LiteralLines => {
  const lines: string[] = [];
  let at = start;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    const spaces = spacesAt(line, 0);
    if (spaces < line.length && spaces < indent) return { lines, next: at, nextIndent: spaces };
    lines.push(line.slice(indent));
    at = end < 0 ? text.length : end + 1;
  }
  return { lines, next: at, nextIndent: -1 };
};

/**
 * A literal text (`|` or `|-`) below a key or dash at a column. `undefined` where its first line does not say how far
 * it is indented, or where the file ends inside of its last line.
 */
export const readLiteralText = (text: string, start: number, parentIndent: number): ReadText | undefined => {
  literalHeader.lastIndex = start;
  const header = literalHeader.exec(text);
  if (header === null || !text.endsWith('\n')) return undefined;
  const bodyStart = nextLine(text, start);
  const indent = spacesAt(text, bodyStart);
  const first = text.charCodeAt(bodyStart + indent);
  const isClear =
    indent > parentIndent && first !== 0x0a && first !== 0x0d && first !== 0x09 && !Number.isNaN(first);
  if (!isClear) return undefined;
  const { lines, next, nextIndent } = readLiteralLines(text, bodyStart, indent);
  if (nextIndent > parentIndent) return undefined;
  const used = lines.findLastIndex((line) => line !== '') + 1;
  const value = lines.slice(0, used).join('\n');
  let end = next;
  while (/\s/.test(text[end - 1] ?? '')) end -= 1;
  return { text: header[0] === '|' ? `${value}\n` : value, style: 'literal', end, next };
};
