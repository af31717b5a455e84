import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOfField } from './field-range.ts';
import {
  isJsonList,
  isJsonObject,
  ownField,
  toJsonObject,
  type FieldPath,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { printManifest } from './print-manifest.ts';
import { readManifest } from './read-manifest.ts';
import { rewriteManifest } from './rewrite-manifest.ts';

const byName = (_: unknown, item: JsonValue): string | undefined => {
  const name = isJsonObject(item) ? ownField(item, 'name') : undefined;
  return typeof name === 'string' ? name : undefined;
};

const oddTexts = [
  '',
  ' ',
  'no',
  'on',
  'y',
  '~',
  'null',
  '014',
  '0o14',
  '0O14',
  '0b1',
  '+0x1F',
  '1_000',
  '12:30:45',
  '1e3',
  '.5',
  '08',
  '-',
  '?',
  ':',
  'a: b',
  '#x',
  'a #b',
  '- a',
  '2024-01-01',
  '<<',
  '=',
  '*a',
  '&a',
  '!t',
  '%d',
  '@a',
  '`a',
  "it's",
  '"q"',
  'a\nb',
  'a\nb\n',
  '\na',
  ' a\n b',
  'a\n\n',
  'a\r\nb',
  '\t',
  'a\tb',
  'é',
  '\u2028',
  '\u0085',
  '\uFEFF',
  '\u0001',
  '---',
  '...',
  '--- a',
  'a\n---\nb',
  'a:',
  '{a}',
  '[a',
  'a, b',
  '__proto__',
  '1.2.3.4',
  '0.1',
  '100m',
  '\ud83d\ude00',
];
const aText = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !/[\ud800-\udfff]/u.test(text)),
  fc.constantFrom('web', 'http', 'a b', 'shop'),
);
const aScalar: fc.Arbitrary<JsonValue> = fc.oneof(
  aText,
  aText,
  fc.integer(),
  fc.constantFrom(0, 80, 0.1, 1e21, 1e-7, 2 ** 53),
  fc.boolean(),
  fc.constant(null),
);
const aKey = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('name', 'port', 'a', 'b', 'c', 'd') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'on',
      '8080',
      'a.b/c',
      'x y',
      '<<',
      '',
      'a: b',
      '#',
      '014',
    ),
  },
);
const { value: aValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    aScalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(aKey, tie('value')), { maxLength: 4 }).map((entries) => toJsonObject(entries)),
  ),
}));
const aJsonObject: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(aKey, aValue), { minLength: 1, maxLength: 5 })
  .map((entries) => toJsonObject(entries));

/** Writes an object in changing styles, a numbered comment wherever one can stand. */
class Writer {
  readonly #choose: (count: number) => number;
  #comments = 0;

  constructor(choices: readonly number[]) {
    let at = 0;
    this.#choose = (count) => (choices[at++ % Math.max(choices.length, 1)] ?? 0) % count;
  }

  write(object: JsonObject): string {
    return `${this.#block(object, 0).join('\n')}\n`;
  }

  #comment(): string {
    this.#comments += 1;
    return `# c${this.#comments}`;
  }

  #flow(value: JsonValue): string {
    if (Array.isArray(value))
      return `[${value.map((item: JsonValue) => this.#flow(item)).join(this.#choose(2) ? ', ' : ' , ')}]`;
    if (isJsonObject(value))
      return `{${Object.entries(value)
        .map(([key, item]) => `${JSON.stringify(key)}: ${this.#flow(item)}`)
        .join(', ')}}`;
    return escapeAll(JSON.stringify(value));
  }

  #scalar(value: JsonValue): string {
    if (typeof value === 'string' && this.#choose(2) && /^[\x20-\x7e]*$/.test(value))
      return `'${value.replaceAll("'", "''")}'`;
    if (
      typeof value === 'string' &&
      /^[a-z]{3,}$/.test(value) &&
      !['yes', 'null', 'true', 'off', 'false'].includes(value)
    )
      return value;
    return escapeAll(JSON.stringify(value));
  }

  #block(value: JsonValue, column: number): string[] {
    const space = ' '.repeat(column);
    const lines: string[] = [];
    const parts: (readonly [string, JsonValue])[] = Array.isArray(value)
      ? value.map((item: JsonValue) => ['-', item] as const)
      : Object.entries(value ?? {}).map(([key, item]: [string, JsonValue]) => [
          `${/^[a-d]$|^name$|^port$/.test(key) ? key : JSON.stringify(key)}:`,
          item,
        ]);
    for (const [head, item] of parts) {
      if (this.#choose(5) === 0) lines.push('');
      if (this.#choose(4) === 0) lines.push(space + this.#comment());
      lines.push(...this.#part(head, item, column));
    }
    return lines;
  }

  #part(head: string, item: JsonValue, column: number): string[] {
    const tail = this.#choose(3) === 0 ? ` ${this.#comment()}` : '';
    const line = `${' '.repeat(column)}${head}`;
    const isCollection = typeof item === 'object' && item !== null && Object.keys(item).length > 0;
    if (isCollection && this.#choose(4) > 0) return this.#blockPart({ head, line, tail }, item, column);
    if (typeof item === 'object') return [`${line} ${this.#flow(item)}${tail}`];
    if (typeof item !== 'string' || !/^[a-z]\n[a-z]\n?$/.test(item) || this.#choose(2) === 0)
      return [`${line} ${this.#scalar(item)}${tail}`];
    const body = item.replace(/\n$/, '').split('\n');
    const space = ' '.repeat(column + 2);
    return [`${line} |${item.endsWith('\n') ? '' : '-'}${tail}`, ...body.map((part) => space + part)];
  }

  #blockPart(
    { head, line, tail }: Record<'head' | 'line' | 'tail', string>,
    item: JsonValue,
    column: number,
  ): string[] {
    const isList = Array.isArray(item);
    if (head !== '-') {
      const step = isList && this.#choose(2) ? 0 : 2;
      return [line + tail, ...this.#block(item, column + step)];
    }
    const [first = '', ...rest] = this.#block(item, column + 2);
    const canFollow = !isList && /^ *[^# ]/.test(first) && this.#choose(2) > 0;
    return canFollow ? [`${line} ${first.trimStart()}`, ...rest] : [line + tail, first, ...rest];
  }
}

const escapeAll = (json: string): string =>
  json.replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const aWrittenObject = fc
  .tuple(aJsonObject, fc.array(fc.nat(60), { minLength: 1, maxLength: 40 }), fc.constantFrom('\n', '\r\n'))
  .map(([object, choices, newline]) => ({
    object,
    text: new Writer(choices).write(object).replaceAll('\n', newline),
  }));

test('printing and reading again gives the same object, without a warning', () => {
  fc.assert(
    fc.property(aJsonObject, (object) => {
      const read = readManifest(printManifest(object));
      expect(read.problems.filter(({ code }) => code !== 'imprecise-number')).toEqual([]);
      expect(read.object).toEqual(object);
    }),
    { numRuns: 600 },
  );
});

test('a text that already says the object comes back to the byte', () => {
  fc.assert(
    fc.property(aWrittenObject, ({ object, text }) => {
      expect(readManifest(text).object).toEqual(object);
      expect(rewriteManifest(text, object, byName)).toBe(text);
    }),
    { numRuns: 600 },
  );
});

test('a rewritten text says the object, and is what it was after rewriting it back', () => {
  fc.assert(
    fc.property(aWrittenObject, aJsonObject, ({ object, text }, other) => {
      const there = rewriteManifest(text, other, byName);
      expect(readManifest(there).object).toEqual(other);
      expect(readManifest(rewriteManifest(there, object, byName)).object).toEqual(object);
    }),
    { numRuns: 500 },
  );
});

/** What may lose its comments by a change: an entry that goes away, or a block text that says something else. */
interface SmallChange {
  readonly value: JsonValue;
  readonly losing: FieldPath | undefined;
}

const within = (
  part: string | number,
  change: SmallChange,
  put: (value: JsonValue) => JsonValue,
): SmallChange => ({
  value: put(change.value),
  losing: change.losing === undefined ? undefined : [part, ...change.losing],
});

const pick = (choices: readonly number[], count: number): number =>
  count === 0 ? 0 : (choices[1] ?? 0) % count;

const changeList = (items: readonly JsonValue[], choices: readonly number[]): SmallChange => {
  const at = pick(choices, items.length);
  // Of two items that nothing tells apart, either may be the one that goes.
  const names = new Set(items.map((item) => byName([], item) ?? JSON.stringify(item)));
  if (names.size < items.length) return { value: items, losing: [] };
  switch (items.length === 0 ? 0 : (choices[0] ?? 0) % 4) {
    case 0:
      return {
        value: items.toSpliced(at, 0, { name: 'added', port: 1 }),
        losing: items.length === 0 ? [] : undefined,
      };
    case 1:
      return { value: items.toSpliced(at, 1), losing: items.length === 1 ? [] : [at] };
    case 2:
      return { value: [...items.slice(1), items[0] ?? null], losing: undefined };
    default:
      return within(at, changeOne(items[at] ?? null, choices.slice(1)), (value) => items.with(at, value));
  }
};

const changeObject = (object: JsonObject, choices: readonly number[]): SmallChange => {
  const entries = Object.entries(object);
  const at = pick(choices, entries.length);
  const entry = entries[at];
  const kind = (choices[0] ?? 0) % 4;
  if (entry === undefined || kind === 0)
    return {
      value: toJsonObject([...entries, ['added', 'new text']]),
      losing: entry === undefined ? [] : undefined,
    };
  const [key, item] = entry;
  if (kind === 1)
    return { value: toJsonObject(entries.toSpliced(at, 1)), losing: entries.length === 1 ? [] : [key] };
  const put = (changed: JsonValue): JsonValue => toJsonObject(entries.with(at, [key, changed]));
  return within(key, changeOne(item, choices.slice(1)), put);
};

/** An object with one thing changed at a random place. */
const changeOne = (value: JsonValue, choices: readonly number[]): SmallChange => {
  if (isJsonList(value)) return changeList(value, choices);
  if (isJsonObject(value)) return changeObject(value, choices);
  return { value: value === 'changed' ? 'changed again' : 'changed', losing: [] };
};

/** The comments of a text that do not stand in, behind or directly above a field. */
const commentsBeside = (text: string, path: FieldPath | undefined): readonly string[] => {
  const lines = text.split(/\r?\n/);
  if (path !== undefined) {
    const range = rangeOfField(readManifest(text), path, 'entry');
    let first = (range?.startLine ?? 1) - 1;
    while (first > 0 && /^ *#/.test(lines[first - 1] ?? '')) first -= 1;
    lines.splice(first, (range?.endLine ?? 1) - first);
  }
  return lines.join('\n').match(/# c[0-9]+$/gm) ?? [];
};

const aChange = fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 });
test('a small change keeps every comment of what it does not touch', () => {
  fc.assert(
    fc.property(aWrittenObject, aChange, ({ object, text }, choices) => {
      const { value, losing } = changeOne(object, choices);
      if (!isJsonObject(value) || Object.keys(value).length === 0) return;
      const rewritten = rewriteManifest(text, value, byName);
      expect(readManifest(rewritten).object).toEqual(value);
      const left = rewritten.match(/# c[0-9]+(?=\r?$)/gm) ?? [];
      expect(left).toEqual(expect.arrayContaining([...commentsBeside(text, losing)]));
    }),
    { numRuns: 600 },
  );
});
