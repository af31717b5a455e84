import type { Kind } from '@fairlead/kube-objects';
import { brokenAnswer, byte, incomplete, skipString, skipValue, skipWhitespace } from './json-bytes.ts';
import { LineSplitter } from './line-splitter.ts';
import { ObjectTrimmer, type TrimmedText } from './object-trimmer.ts';
import { parseBookmarkVersion, parseJson } from './parse-watch-event.ts';

/** One event of a WATCH. `error` carries the Status the API server sent instead of going on. */
export type WatchEvent =
  | { readonly type: 'put'; readonly object: TrimmedText }
  | { readonly type: 'remove'; readonly object: TrimmedText }
  | { readonly type: 'bookmark'; readonly resourceVersion: string }
  | { readonly type: 'error'; readonly status: unknown };

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Reads a WATCH from chunks cut anywhere. A line that is no event throws CLUSTER_ANSWER_BROKEN. */
export class WatchEventReader {
  readonly #kind: Kind;
  readonly #trimmer: ObjectTrimmer;
  readonly #lines: LineSplitter;
  readonly #onEvent: (event: WatchEvent) => void;

  constructor(kind: Kind, onEvent: (event: WatchEvent) => void) {
    this.#kind = kind;
    this.#trimmer = new ObjectTrimmer(kind);
    this.#onEvent = onEvent;
    this.#lines = new LineSplitter((line) => this.#readLine(line));
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  /** To be called when the API server has ended the stream. */
  finish(): void {
    this.#lines.finish();
  }

  #readLine(line: Buffer): void {
    if (skipWhitespace(line, 0, line.length) === line.length) return;
    const members = listMembers(line);
    const type = members.get('type');
    const object = members.get('object');
    if (type === undefined || object === undefined) throw brokenAnswer('a line is no watch event');
    const text = line.toString('utf8', type.from, type.to);
    switch (text) {
      case '"ADDED"':
      case '"MODIFIED"':
        return this.#onEvent({ type: 'put', object: this.#trim(line, object) });
      case '"DELETED"':
        return this.#onEvent({ type: 'remove', object: this.#trim(line, object) });
      case '"BOOKMARK"': {
        const bookmark = parseJson(line.toString('utf8', object.from, object.to));
        return this.#onEvent({ type: 'bookmark', resourceVersion: parseBookmarkVersion(bookmark) });
      }
      case '"ERROR"':
        return this.#onEvent({
          type: 'error',
          status: parseJson(line.toString('utf8', object.from, object.to)),
        });
      default:
        throw brokenAnswer(`a watch event of ${this.#kind} has an unknown type`);
    }
  }

  #trim(line: Buffer, { from, to }: Range): TrimmedText {
    if (this.#trimmer.read(line, from, to) !== to) throw brokenAnswer('an object in an event is cut');
    return this.#trimmer.take();
  }
}

/** The members of the object that makes up the whole line. */
function listMembers(line: Buffer): ReadonlyMap<string, Range> {
  const end = line.length;
  const members = new Map<string, Range>();
  let at = skipWhitespace(line, 0, end);
  if (line[at] !== byte.openBrace) throw brokenAnswer('a line is no watch event');
  at = skipWhitespace(line, at + 1, end);
  while (at < end && line[at] !== byte.closeBrace) {
    const keyEnd = line[at] === byte.quote ? skipString(line, at, end) : incomplete;
    const colonAt = keyEnd === incomplete ? end : skipWhitespace(line, keyEnd, end);
    if (line[colonAt] !== byte.colon) throw brokenAnswer('a line is no watch event');
    const from = skipWhitespace(line, colonAt + 1, end);
    const to = skipValue(line, from, end);
    if (to === incomplete) throw brokenAnswer('a watch event is cut');
    members.set(line.toString('utf8', at + 1, keyEnd - 1), { from, to });
    at = skipWhitespace(line, to, end);
    if (line[at] === byte.comma) at = skipWhitespace(line, at + 1, end);
    else if (line[at] !== byte.closeBrace) throw brokenAnswer('a watch event is not closed');
  }
  if (at >= end || skipWhitespace(line, at + 1, end) !== end)
    throw brokenAnswer('a watch event is not closed');
  return members;
}
