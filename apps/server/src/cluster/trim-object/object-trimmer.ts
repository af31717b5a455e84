import { apiVersionOf, kindInfo, type Kind } from '@fairlead/kube-objects';
import { ByteOutput } from './byte-output.ts';
import { fieldRule, type FieldNode, type FieldRule } from './field-node.ts';
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

type Place = 'root' | 'metadata' | 'inside';

/** Trims objects of one kind, one at a time. Bytes that are dropped are passed over, never decoded. */
export class ObjectTrimmer {
  readonly #kind: Kind;
  readonly #apiVersion: string;
  readonly #fields: FieldNode;
  readonly #output = new ByteOutput();
  #bytes: Buffer = Buffer.alloc(0);
  #end = 0;
  #identity = new Map<string, string>();

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#apiVersion = apiVersionOf(kindInfo(kind));
    this.#fields = trimFields[kind];
  }

  /**
   * Reads the object that opens at `start`. Returns the position after it, or {@link incomplete} when it goes on beyond
   * `end`; throws CLUSTER_ANSWER_BROKEN when the bytes are no such object.
   */
  read(bytes: Buffer, start: number, end: number): number {
    this.#bytes = bytes;
    this.#end = end;
    this.#output.start(bytes);
    this.#identity = new Map();
    if (start >= end) return incomplete;
    if (bytes[start] !== byte.openBrace) throw brokenAnswer(`a ${this.#kind} is no object`);
    this.#output.text(`{"apiVersion":"${this.#apiVersion}","kind":"${this.#kind}"`);
    return this.#members(start, this.#fields, { place: 'root', depth: 1 });
  }

  /** What the last complete {@link read} found. */
  take(): TrimmedText {
    const name = this.#identity.get('name');
    if (name === undefined || name === '') throw brokenAnswer(`a ${this.#kind} has no name`);
    return {
      namespace: this.#identity.get('namespace'),
      name,
      uid: this.#identity.get('uid') ?? '',
      resourceVersion: this.#identity.get('resourceVersion') ?? '',
      json: this.#output.toString(),
    };
  }

  /** The members of the object at `start`, filtered. At the root the output already holds members. */
  #members(start: number, node: FieldNode, { place, depth }: { place: Place; depth: number }): number {
    if (depth > maxDepth) throw brokenAnswer('it is nested too deeply');
    let isFirst = place !== 'root';
    if (isFirst) this.#output.copy(start, start + 1);
    let at = skipWhitespace(this.#bytes, start + 1, this.#end);
    if (this.#bytes[at] === byte.closeBrace && at < this.#end) return this.#close(at);
    for (;;) {
      const key = this.#key(at);
      if (key === undefined) return incomplete;
      const rule = place === 'root' ? this.#rootRule(node, key.name) : fieldRule(node, key.name);
      let after: number;
      if (rule === 'drop') after = skipValue(this.#bytes, key.valueAt, this.#end);
      else {
        if (!isFirst) this.#output.comma(at);
        isFirst = false;
        this.#output.copy(at, key.end);
        this.#output.copy(key.colonAt, key.colonAt + 1);
        after = this.#value(key.valueAt, rule, {
          place: place === 'root' && key.name === 'metadata' ? 'metadata' : 'inside',
          depth: depth + 1,
        });
      }
      if (after === incomplete) return incomplete;
      if (place !== 'inside') this.#note(place, key.name, { from: key.valueAt, to: after });
      at = skipWhitespace(this.#bytes, after, this.#end);
      if (at >= this.#end) return incomplete;
      if (this.#bytes[at] === byte.closeBrace) return this.#close(at);
      if (this.#bytes[at] !== byte.comma) throw brokenAnswer('an object is not closed');
      at = skipWhitespace(this.#bytes, at + 1, this.#end);
    }
  }

  #rootRule(node: FieldNode, name: string): FieldRule {
    return name === 'kind' || name === 'apiVersion' ? 'drop' : fieldRule(node, name);
  }

  #value(start: number, rule: FieldNode | 'keep', where: { place: Place; depth: number }): number {
    if (start >= this.#end) return incomplete;
    const code = this.#bytes[start];
    if (code === byte.openBrace) return this.#members(start, rule === 'keep' ? keepAll : rule, where);
    if (code === byte.openBracket) return this.#elements(start, rule, where.depth);
    const after =
      code === byte.quote
        ? keptStringEnd(this.#bytes, start, this.#end)
        : skipScalar(this.#bytes, start, this.#end);
    if (after !== incomplete) this.#output.copy(start, after);
    return after;
  }

  #elements(start: number, rule: FieldNode | 'keep', depth: number): number {
    if (depth > maxDepth) throw brokenAnswer('it is nested too deeply');
    this.#output.copy(start, start + 1);
    let at = skipWhitespace(this.#bytes, start + 1, this.#end);
    if (this.#bytes[at] === byte.closeBracket && at < this.#end) return this.#close(at);
    for (;;) {
      const after = this.#value(at, rule, { place: 'inside', depth: depth + 1 });
      if (after === incomplete) return incomplete;
      at = skipWhitespace(this.#bytes, after, this.#end);
      if (at >= this.#end) return incomplete;
      if (this.#bytes[at] === byte.closeBracket) return this.#close(at);
      if (this.#bytes[at] !== byte.comma) throw brokenAnswer('a list is not closed');
      at = skipWhitespace(this.#bytes, at + 1, this.#end);
      this.#output.comma(at);
    }
  }

  #close(at: number): number {
    this.#output.copy(at, at + 1);
    return at + 1;
  }

  /** The key at `start` and where its value begins; `undefined` when that lies beyond the end. */
  #key(start: number): { name: string; end: number; colonAt: number; valueAt: number } | undefined {
    if (start >= this.#end) return undefined;
    if (this.#bytes[start] !== byte.quote) throw brokenAnswer('a field has no name');
    const end = keptStringEnd(this.#bytes, start, this.#end);
    if (end === incomplete) return undefined;
    const colonAt = skipWhitespace(this.#bytes, end, this.#end);
    if (colonAt >= this.#end) return undefined;
    if (this.#bytes[colonAt] !== byte.colon) throw brokenAnswer('a field has no value');
    const valueAt = skipWhitespace(this.#bytes, colonAt + 1, this.#end);
    if (valueAt >= this.#end) return undefined;
    return { name: this.#decode(start, end), end, colonAt, valueAt };
  }

  #note(place: 'root' | 'metadata', name: string, { from, to }: { from: number; to: number }): void {
    if (place === 'metadata') {
      if (name === 'name' || name === 'namespace' || name === 'uid' || name === 'resourceVersion') {
        if (this.#bytes[from] === byte.quote) this.#identity.set(name, this.#decode(from, to));
      }
      return;
    }
    if (name === 'kind' && this.#decode(from, to) !== this.#kind)
      throw brokenAnswer(`a ${this.#kind} was asked for and another kind came`);
  }

  #decode(from: number, to: number): string {
    const text = this.#bytes.toString('utf8', from + 1, to - 1);
    if (!text.includes('\\')) return text;
    const value: unknown = parseText(this.#bytes.toString('utf8', from, to));
    if (typeof value !== 'string') throw brokenAnswer('a text is no JSON');
    return value;
  }
}

const keepAll: FieldNode = { fields: new Map(), keptPrefixes: [], keepsOthers: true };

function parseText(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw brokenAnswer('a text is no JSON', cause);
  }
}
