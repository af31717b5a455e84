import type { FieldNode, FieldRule } from './field-node.ts';

/** Fields that say which object it is. */
export type IdentityField = 'name' | 'namespace' | 'uid' | 'resourceVersion';

/** What to do with a field: keep or drop all of it, or go on inside. */
export type MatchedRule = FieldMatcher | 'keep' | 'drop';

export interface MatchedField {
  readonly rule: MatchedRule;
  /** What else the trimmer wants of it. */
  readonly role: IdentityField | 'kind' | undefined;
}

interface Candidate extends MatchedField {
  readonly bytes: Buffer;
}

type Place = 'root' | 'metadata' | 'inside';

const identityFields: readonly IdentityField[] = ['name', 'namespace', 'uid', 'resourceVersion'];
const keptField: MatchedField = { rule: 'keep', role: undefined };
const droppedField: MatchedField = { rule: 'drop', role: undefined };

/** A list of fields made ready for comparing bytes: a field's name is never decoded. */
export class FieldMatcher {
  readonly #byLength: (readonly Candidate[] | undefined)[] = [];
  readonly #prefixes: readonly Buffer[];
  readonly #other: MatchedField;

  constructor(node: FieldNode, place: Place) {
    for (const [name, field] of listFields(node, place)) {
      const bytes = Buffer.from(name);
      this.#byLength[bytes.length] = [...(this.#byLength[bytes.length] ?? []), { ...field, bytes }];
    }
    this.#prefixes = node.keptPrefixes.map((prefix) => Buffer.from(prefix));
    this.#other = node.keepsOthers ? keptField : droppedField;
  }

  /** The field whose name is the bytes from `from` to `to`. */
  match(bytes: Uint8Array, from: number, to: number): MatchedField {
    const candidates = this.#byLength[to - from];
    if (candidates !== undefined) {
      for (const candidate of candidates) if (isAt(bytes, from, candidate.bytes)) return candidate;
    }
    for (const prefix of this.#prefixes)
      if (prefix.length <= to - from && isAt(bytes, from, prefix)) return keptField;
    return this.#other;
  }
}

/** Compares from the end: names of one length tend to begin alike. */
function isAt(bytes: Uint8Array, from: number, wanted: Uint8Array): boolean {
  for (let index = wanted.length - 1; index >= 0; index -= 1)
    if (bytes[from + index] !== wanted[index]) return false;
  return true;
}

function toMatched(rule: FieldRule, place: Place): MatchedRule {
  return typeof rule === 'string' ? rule : new FieldMatcher(rule, place);
}

function listFields(node: FieldNode, place: Place): ReadonlyMap<string, MatchedField> {
  const fields = new Map<string, MatchedField>();
  for (const [name, rule] of node.fields) {
    const below = place === 'root' && name === 'metadata' ? 'metadata' : 'inside';
    fields.set(name, { rule: toMatched(rule, below), role: undefined });
  }
  if (place === 'metadata') for (const role of identityFields) fields.set(role, { rule: 'keep', role });
  // Both are written anew: the items of a list lack them.
  if (place === 'root') {
    fields.set('apiVersion', { rule: 'drop', role: undefined });
    fields.set('kind', { rule: 'drop', role: 'kind' });
  }
  return fields;
}
