import { kindInfo, type Kind } from '@fairlead/kube-objects';
import { parseListMetadata, type ListMetadata } from './parse-list-metadata.ts';
import { brokenAnswer, byte, incomplete, skipString, skipValue, skipWhitespace } from './json-bytes.ts';
import { ObjectTrimmer, type TrimmedText } from './object-trimmer.ts';

type State = 'start' | 'key' | 'items' | 'item' | 'after-value' | 'after-item' | 'end';

/** One page of a LIST, complete to its last brace. */
export interface ListPage extends ListMetadata {
  readonly objects: readonly TrimmedText[];
}

/**
 * Reads one page of a LIST from chunks cut anywhere. It never holds more of the page than the object it is in the middle
 * of, and gives nothing out before the page has proven whole.
 */
export class ListPageScanner {
  readonly #kind: Kind;
  readonly #trimmer: ObjectTrimmer;
  readonly #objects: TrimmedText[] = [];
  #state: State = 'start';
  #rest: Buffer = Buffer.alloc(0);
  #chunks: Buffer[] = [];
  #chunkedSize = 0;
  #sizeToTry = 0;
  #metadata: ListMetadata | undefined;
  #hasItems = false;
  #hasKind = false;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#trimmer = new ObjectTrimmer(kind);
  }

  /** Objects read so far, for progress. */
  get count(): number {
    return this.#objects.length;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#chunks.push(bytes);
    this.#chunkedSize += bytes.length;
    // What is incomplete is tried again only when it has doubled: a large object in many chunks stays linear.
    if (this.#chunkedSize >= this.#sizeToTry) this.#scan();
  }

  /** To be called when the body has ended: the page, or CLUSTER_ANSWER_BROKEN when something is missing. */
  finish(): ListPage {
    this.#scan();
    if (this.#state !== 'end') throw brokenAnswer('it ends too early');
    if (skipWhitespace(this.#rest, 0, this.#rest.length) !== this.#rest.length)
      throw brokenAnswer('something follows the list');
    if (!this.#hasItems || !this.#hasKind || this.#metadata === undefined)
      throw brokenAnswer(`it is no list of ${kindInfo(this.#kind).resource}`);
    return { ...this.#metadata, objects: this.#objects };
  }

  #scan(): void {
    const bytes = this.#chunks.length === 1 && this.#rest.length === 0 ? this.#chunks[0] : undefined;
    const all = bytes ?? Buffer.concat([this.#rest, ...this.#chunks]);
    this.#chunks = [];
    this.#chunkedSize = 0;
    let at = 0;
    for (;;) {
      const next = this.#step(all, at);
      if (next === incomplete) break;
      at = next;
    }
    this.#rest = all.subarray(at);
    this.#sizeToTry = this.#rest.length;
  }

  /** Goes over one unit: a brace, a key with its value, an item. */
  #step(bytes: Buffer, from: number): number {
    const at = skipWhitespace(bytes, from, bytes.length);
    if (at >= bytes.length || this.#state === 'end') return incomplete;
    switch (this.#state) {
      case 'start':
        if (bytes[at] !== byte.openBrace) throw brokenAnswer('it is no JSON object');
        return this.#enter('key', at + 1);
      case 'key':
        return this.#member(bytes, at);
      case 'items':
        return bytes[at] === byte.closeBracket ? this.#enter('after-value', at + 1) : this.#item(bytes, at);
      case 'item':
        return this.#item(bytes, at);
      case 'after-item':
        return this.#afterComma(at, bytes[at], {
          comma: 'item',
          closing: byte.closeBracket,
          end: 'after-value',
        });
      default:
        return this.#afterComma(at, bytes[at], { comma: 'key', closing: byte.closeBrace, end: 'end' });
    }
  }

  #afterComma(
    at: number,
    code: number | undefined,
    { comma, closing, end }: { comma: State; closing: number; end: State },
  ): number {
    if (code === byte.comma) return this.#enter(comma, at + 1);
    if (code === closing) return this.#enter(end, at + 1);
    throw brokenAnswer('the list is not closed');
  }

  #enter(state: State, at: number): number {
    this.#state = state;
    return at;
  }

  #item(bytes: Buffer, at: number): number {
    const after = this.#trimmer.read(bytes, at, bytes.length);
    if (after === incomplete) return incomplete;
    this.#objects.push(this.#trimmer.take());
    return this.#enter('after-item', after);
  }

  #member(bytes: Buffer, at: number): number {
    if (bytes[at] !== byte.quote) throw brokenAnswer('a field has no name');
    const keyEnd = skipString(bytes, at, bytes.length);
    if (keyEnd === incomplete) return incomplete;
    const colonAt = skipWhitespace(bytes, keyEnd, bytes.length);
    if (colonAt >= bytes.length) return incomplete;
    if (bytes[colonAt] !== byte.colon) throw brokenAnswer('a field has no value');
    const valueAt = skipWhitespace(bytes, colonAt + 1, bytes.length);
    if (valueAt >= bytes.length) return incomplete;
    const key = bytes.toString('utf8', at + 1, keyEnd - 1);
    if (key === 'items' && bytes[valueAt] === byte.openBracket) {
      this.#hasItems = true;
      return this.#enter('items', valueAt + 1);
    }
    const after = skipValue(bytes, valueAt, bytes.length);
    if (after === incomplete) return incomplete;
    this.#note(key, bytes.toString('utf8', valueAt, after));
    return this.#enter('after-value', after);
  }

  #note(key: string, json: string): void {
    if (key === 'kind') {
      if (json !== `"${this.#kind}List"`) throw brokenAnswer(`it is no list of ${this.#kind} objects`);
      this.#hasKind = true;
    }
    // Go writes an empty list that was never made as null.
    if (key === 'items' && json === 'null') this.#hasItems = true;
    if (key === 'metadata') this.#metadata = parseListMetadata(json);
  }
}
