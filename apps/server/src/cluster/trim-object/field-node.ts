/** What happens to a field: all below it is kept, all is dropped, or its own list decides. */
export type FieldRule = FieldNode | 'keep' | 'drop';

/** Which fields of a JSON object are kept. Lists are passed through: the fields are those of their elements. */
export interface FieldNode {
  /** Fields named here go by what is said here; `'keep'` keeps all below. */
  readonly fields: ReadonlyMap<string, FieldRule>;
  /** What happens to a field that starts so (an annotation's domain). */
  readonly keptPrefixes: readonly string[];
  readonly keepsOthers: boolean;
}

function buildRules(
  rule: FieldRule,
  names: string,
  nested: Readonly<Record<string, FieldNode>>,
): ReadonlyMap<string, FieldRule> {
  const rules = new Map<string, FieldRule>(Object.entries(nested));
  for (const name of names.split(' ')) if (name !== '') rules.set(name, rule);
  return rules;
}

/** Keeps the named fields whole and, of the nested ones, what their own lists say; nothing else. */
export function pick(names: string, nested: Readonly<Record<string, FieldNode>> = {}): FieldNode {
  return {
    fields: buildRules('keep', names, nested),
    keptPrefixes: [],
    keepsOthers: false,
  };
}

/** Keeps everything except the named fields; nested ones go by their own lists. */
export function allBut(names: string, nested: Readonly<Record<string, FieldNode>> = {}): FieldNode {
  return {
    fields: buildRules('drop', names, nested),
    keptPrefixes: [],
    keepsOthers: true,
  };
}

/** Keeps the fields that start with one of the prefixes. */
export const pickPrefixed = (...prefixes: readonly string[]): FieldNode => ({
  fields: new Map(),
  keptPrefixes: prefixes,
  keepsOthers: false,
});
