import { apiVersionOf, kindInfo, type Kind } from '@fairlead/kube-objects';
import { ByteOutput } from './byte-output.ts';
import { FieldMatcher, type IdentityField, type MatchedField } from './field-matcher.ts';
import { allBut } from './field-node.ts';
import { brokenAnswer, byte, incomplete, skipScalar, skipValue, skipWhitespace } from './json-bytes.ts';
import { keptStringEnd } from './kept-string.ts';
import { trimFields } from './trim-fields.ts';

/** An object of the API server with only the fields Fairlead reads, and what is needed to file it. */
export interface TrimmedText {
  readonly namespace: string | undefined;
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  /** Compact JSON, with `apiVersion` and `kind` first. */
  readonly json: string;
}

/** Deeper JSON than this is no Kubernetes object. */
const maxDepth = 100;

const everything = new FieldMatcher(allBut(''), 'inside');

/** Trims objects of one kind, one at a time. Bytes that are dropped are passed over, never decoded. */
export class ObjectTrimmer {
  readonly #kind: Kind;
  readonly #head: string;
  readonly #fields: FieldMatcher;
  readonly #output = new ByteOutput();
  #bytes: Buffer = Buffer.alloc(0);
  #end = 0;
  #identity: Partial<Record<IdentityField, string>> = {};
  /** Of the key read last. */
  #keyEnd = 0;
  #valueAt = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#head = `{"apiVersion":"${apiVersionOf(kindInfo(kind))}","kind":"${kind}"`;
    this.#fields = new FieldMatcher(trimFields[kind], 'root');
  }

  /**
   * Reads the object that opens at `start`. Returns the position after it, or {@link incomplete} when it goes on beyond
   * `end`; throws CLUSTER_ANSWER_BROKEN when the bytes are no such object.
   */
  read(bytes: Buffer, start: number, end: number): number {
    this.#bytes = bytes;
    this.#end = end;
    this.#output.start(bytes);
    this.#identity = {};
    if (start >= end) return incomplete;
    if (bytes[start] !== byte.openBrace) throw brokenAnswer(`a ${this.#kind} is no object`);
    this.#output.text(this.#head);
    return this.#members(start, this.#fields, 1);
  }

  /** What the last complete {@link read} found. */
  take(): TrimmedText {
    const { name, namespace, uid = '', resourceVersion = '' } = this.#identity;
    if (name === undefined || name === '') throw brokenAnswer(`a ${this.#kind} has no name`);
    return { namespace, name, uid, resourceVersion, json: this.#output.toString() };
  }

  /** The members of the object at `start`, filtered. At the root (depth 1) the output already holds members. */
  #members(start: number, fields: FieldMatcher, depth: number): number {
    let hasMembers = depth === 1;
    if (!hasMembers) this.#output.copy(start, start + 1);
    let at = skipWhitespace(this.#bytes, start + 1, this.#end);
    if (this.#isAt(at, byte.closeBrace)) return this.#close(at);
    for (;;) {
      const field = this.#key(at, fields);
      if (field === undefined) return incomplete;
      const valueAt = this.#valueAt;
      if (field.rule !== 'drop') {
        if (hasMembers) this.#output.comma(at);
        hasMembers = true;
        this.#output.copy(at, this.#keyEnd);
        this.#output.colon(this.#keyEnd);
      }
      const after = this.#value(valueAt, field.rule, depth + 1);
      if (after === incomplete) return incomplete;
      if (field.role !== undefined) this.#note(field.role, valueAt, after);
      const next = this.#afterElement(after, byte.closeBrace);
      if (next <= incomplete) return next === incomplete ? incomplete : this.#close(-next - 2);
      at = next;
    }
  }

  #elements(start: number, rule: FieldMatcher | 'keep', depth: number): number {
    this.#output.copy(start, start + 1);
    let at = skipWhitespace(this.#bytes, start + 1, this.#end);
    if (this.#isAt(at, byte.closeBracket)) return this.#close(at);
    for (;;) {
      const after = this.#value(at, rule, depth + 1);
      if (after === incomplete) return incomplete;
      const next = this.#afterElement(after, byte.closeBracket);
      if (next <= incomplete) return next === incomplete ? incomplete : this.#close(-next - 2);
      at = next;
      this.#output.comma(at);
    }
  }

  /** Where the next element begins; at the closing bracket at position p, -p - 2. */
  #afterElement(after: number, closing: number): number {
    const at = skipWhitespace(this.#bytes, after, this.#end);
    if (at >= this.#end) return incomplete;
    if (this.#bytes[at] === closing) return -at - 2;
    if (this.#bytes[at] !== byte.comma) throw brokenAnswer('an object or a list is not closed');
    return skipWhitespace(this.#bytes, at + 1, this.#end);
  }

  #value(start: number, rule: MatchedField['rule'], depth: number): number {
    if (rule === 'drop') return skipValue(this.#bytes, start, this.#end);
    if (start >= this.#end) return incomplete;
    if (depth > maxDepth) throw brokenAnswer('it is nested too deeply');
    const code = this.#bytes[start];
    if (code === byte.openBrace) return this.#members(start, rule === 'keep' ? everything : rule, depth);
    if (code === byte.openBracket) return this.#elements(start, rule, depth);
    const after =
      code === byte.quote
        ? keptStringEnd(this.#bytes, start, this.#end)
        : skipScalar(this.#bytes, start, this.#end);
    if (after !== incomplete) this.#output.copy(start, after);
    return after;
  }

  #isAt(at: number, code: number): boolean {
    return at < this.#end && this.#bytes[at] === code;
  }

  #close(at: number): number {
    this.#output.copy(at, at + 1);
    return at + 1;
  }

  /** Reads the key at `start` and says what to do with it; `undefined` when its value begins beyond the end. */
  #key(start: number, fields: FieldMatcher): MatchedField | undefined {
    if (start >= this.#end) return undefined;
    if (this.#bytes[start] !== byte.quote) throw brokenAnswer('a field has no name');
    const end = keptStringEnd(this.#bytes, start, this.#end);
    if (end === incomplete) return undefined;
    const colonAt = skipWhitespace(this.#bytes, end, this.#end);
    if (colonAt >= this.#end) return undefined;
    if (this.#bytes[colonAt] !== byte.colon) throw brokenAnswer('a field has no value');
    this.#keyEnd = end;
    this.#valueAt = skipWhitespace(this.#bytes, colonAt + 1, this.#end);
    if (this.#valueAt >= this.#end) return undefined;
    if (!hasEscape(this.#bytes, start + 1, end - 1)) return fields.match(this.#bytes, start + 1, end - 1);
    const name = Buffer.from(this.#decode(start, end));
    return fields.match(name, 0, name.length);
  }

  #note(role: IdentityField | 'kind', from: number, to: number): void {
    if (role === 'kind') {
      if (this.#decode(from, to) !== this.#kind)
        throw brokenAnswer(`a ${this.#kind} was asked for and another kind came`);
    } else if (this.#bytes[from] === byte.quote) this.#identity[role] = this.#decode(from, to);
  }

  #decode(from: number, to: number): string {
    const text = this.#bytes.toString('utf8', from + 1, to - 1);
    return text.includes('\\') ? parseText(this.#bytes.toString('utf8', from, to)) : text;
  }
}

function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === byte.backslash) return true;
  return false;
}

function parseText(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch (cause) {
    throw brokenAnswer('a text is no JSON', cause);
  }
}
