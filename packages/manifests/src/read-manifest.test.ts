import { expect, test } from 'vitest';
import type { JsonValue } from './json-value.ts';
import { readManifest, readManifests } from './read-manifest.ts';

const valueOf = (text: string): JsonValue | undefined => readManifest(`key: ${text}\n`).object?.['key'];
const codesOf = (text: string): readonly string[] => readManifest(text).problems.map(({ code }) => code);
const marked = (text: string): readonly string[] =>
  readManifest(text).problems.map(({ range }) => text.slice(range.startOffset, range.endOffset));

test.each<[string, JsonValue]>([
  ['no', false],
  ['off', false],
  ['N', false],
  ['yes', true],
  ['On', true],
  ['y', true],
  ['yEs', 'yEs'],
  ['~', null],
  ['', null],
  ['Null', null],
  ['014', 12],
  ['0o14', 12],
  ['0O14', 12],
  ['08', 8],
  ['0b11', 3],
  ['-0b11', -3],
  ['0x1F', 31],
  ['+12', 12],
  ['-0', 0],
  ['1_000', 1000],
  ['12:30:45', '12:30:45'],
  ['2024-01-01', '2024-01-01'],
  ['1e3', 1000],
  ['1.', 1],
  ['.5', 0.5],
  ['._5', '._5'],
  ['1e400', '1e400'],
  ['100m', '100m'],
  ['1.2.3.4', '1.2.3.4'],
  ['0x', '0x'],
  ['18446744073709551615', 2 ** 64],
  ['!!str 8080', '8080'],
  ['!!int "80"', 80],
  ['!!float 1', 1],
  ['!!bool "yes"', true],
  ['!!null ""', null],
  ['!!binary aGVsbG8=', 'hello'],
  ['!!binary w6k=', 'é'],
  ['"no"', 'no'],
  ["'014'", '014'],
  ['"\\ud83d\\ude00"', '😀'],
])('%s is read as kubectl reads it', (text, value) => {
  expect(valueOf(text)).toEqual(value);
});

test.each([
  ['no', 'boolean', 'false', 'boolean', 'text'],
  ['014', 'number', '12', 'number', 'number'],
  ['0o14', 'number', '12', 'text', 'number'],
  ['12:30:45', 'text', '12:30:45', 'number', 'text'],
  ['1_000', 'number', '1000', 'number', 'text'],
  ['08', 'number', '8', 'text', 'number'],
])(
  '%s carries a warning with what each version reads',
  (text, kubernetesType, kubernetesValue, yaml11Type, yaml12Type) => {
    const { object, problems } = readManifest(`key: ${text}`);
    expect(object).toBeDefined();
    expect(problems).toMatchObject([
      {
        code: 'unlike-yaml-1.1',
        severity: 'warning',
        details: { text, kubernetesType, kubernetesValue, yaml11Type, yaml12Type },
        range: { startOffset: 5, endOffset: 5 + text.length },
      },
    ]);
  },
);

test.each(['true', '80', '-1', '0.5', '1e3', '0x1F', 'null', '~', '10.0.0.0/8', 'web', '100m', '2024-01-01'])(
  '%s means the same to everybody and carries no warning',
  (text) => {
    expect(codesOf(`key: ${text}`)).toEqual([]);
  },
);

test.each([
  ['a: 1\nb: 2\na: 3', 'duplicate-key', 'a'],
  ['a: {b: 1, b: 2}', 'duplicate-key', 'b'],
  ['on: 1\ntrue: 2', 'duplicate-key', 'true'],
  ['a:\n\tb: 1', 'tab-indent', '\t'],
  ['a: !!js/function "x"', 'unsupported-tag', '!!js/function "x"'],
  ['a: !mine x', 'unsupported-tag', '!mine x'],
  ['a: !!set {b}', 'unsupported-tag', ''],
  ['a: !!int "x"', 'unsupported-value', '!!int "x"'],
  ['a: !!binary "?"', 'unsupported-value', '!!binary "?"'],
  ['a: .inf', 'unsupported-value', '.inf'],
  ['? [a]\n: 1', 'unsupported-value', '[a]'],
  ['~: 1', 'unsupported-value', '~'],
  ['a: *b', 'syntax', '*b'],
  ['a: [1', 'syntax', ''],
  ['a: "\\ud800"', 'not-utf-8', '"\\ud800"'],
  ['a: \ud800', 'not-utf-8', '\ud800'],
  ['a: \u0000', 'control-character', '\u0000'],
  ['a: "\u0001"', 'control-character', '\u0001'],
  ['[1, 2]', 'not-an-object', '[1, 2]'],
  ['text', 'not-an-object', 'text'],
])('%j is no manifest: %s', (text, code, place) => {
  expect(codesOf(text)).toContain(code);
  expect(readManifest(text).object).toBeUndefined();
  expect(marked(text)).toContain(place);
});

test('a duplicate key is said with both places', () => {
  const [problem] = readManifest('a: 1\nb: 2\na: 3').problems;
  expect(problem?.details).toEqual({ key: 'a', firstOffset: 0, firstEndOffset: 1, firstLine: 1 });
  expect(problem?.range.startLine).toBe(3);
});

test.each(['', '# only a comment', '---\n---\n', '\uFEFF', '   \n\n'])('%j holds no object', (text) => {
  expect(codesOf(text)).toEqual(['no-document']);
});

test('several documents are read one by one, empty ones left out', () => {
  const text = '# first\n---\na: 1\n---\n# nothing\n---\nb: 2 # x\n...\n';
  const manifests = readManifests(text);
  expect(manifests.map(({ object }) => object)).toEqual([{ a: 1 }, { b: 2 }]);
  for (const { documentText, object } of manifests) expect(readManifest(documentText).object).toEqual(object);
  expect(codesOf(text)).toEqual(['several-documents']);
  expect(readManifest(text).problems[0]?.range.startLine).toBe(6);
});

test('anchors do not reach into the next document', () => {
  expect(readManifests('a: &x 1\n---\nb: *x\n')[1]?.problems).toMatchObject([{ code: 'syntax' }]);
});

test('the objects of a List are manifests of their own, as kubectl takes them', () => {
  const text =
    'apiVersion: v1\nkind: List\nitems:\n- kind: Service # one\n  metadata: {name: a}\n-\n  kind: Ingress\n- {kind: Pod}\n';
  const manifests = readManifests(text);
  expect(manifests.map(({ object }) => object?.['kind'])).toEqual(['Service', 'Ingress', 'Pod']);
  expect(manifests[0]?.documentText).toBe('kind: Service # one\nmetadata: {name: a}\n');
  for (const { documentText, object } of manifests) expect(readManifest(documentText).object).toEqual(object);
});

test('a byte order mark and CRLF are read', () => {
  expect(readManifest('\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n').object).toEqual({ a: 1, b: 'x\ny\n' });
});

test('JSON is a manifest, also with tabs', () => {
  const object = { a: [1, { b: 'no' }], c: '\u2028/' };
  expect(readManifest(JSON.stringify(object, null, '\t')).object).toEqual(object);
});

test('a merge is laid over what stands before it, as Go reads it, and under what stands behind it', () => {
  const base = 'base: &base {a: 1, b: 2}\n';
  expect(readManifest(`${base}c:\n  <<: *base\n  a: 9\n`).object?.['c']).toEqual({ a: 9, b: 2 });
  expect(readManifest(`${base}c:\n  a: 9\n  <<: *base\n`).object?.['c']).toEqual({ a: 1, b: 2 });
  expect(readManifest(`${base}c:\n  <<: [{a: 5}, *base]\n`).object?.['c']).toEqual({ a: 5, b: 2 });
  expect(codesOf(`${base}c:\n  <<: 1\n`)).toEqual(['syntax']);
});

test('keys that objects have by themselves are keys like others', () => {
  const { object } = readManifest('__proto__: {x: 1}\nconstructor: 2\ntoString: 3\n');
  expect(Object.keys(object ?? {})).toEqual(['__proto__', 'constructor', 'toString']);
  expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  expect(Object.hasOwn({}, 'x')).toBe(false);
  expect(readManifest('<<: {__proto__: {x: 1}}\n').object).not.toHaveProperty('x');
});

test('numbers and booleans as keys become the texts that JSON has for them', () => {
  expect(readManifest('8080: a\non: b\n1.0: c\n014: d\n').object).toEqual({
    8080: 'a',
    true: 'b',
    1: 'c',
    12: 'd',
  });
});

test('a number that JavaScript cannot hold is said to be imprecise', () => {
  expect(codesOf('a: 9223372036854775807')).toEqual(['imprecise-number']);
  expect(codesOf('a: 9007199254740992')).toEqual([]);
});

const bomb = (levels: number): string => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level <= levels; level += 1) {
    const aliases = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    lines.push(`a${level}: &a${level} [${aliases}]`);
  }
  return lines.join('\n');
};

test('aliases that make a text a hundred times larger are refused before they do', () => {
  expect(codesOf(bomb(1))).toEqual([]);
  expect(codesOf(bomb(9))).toEqual(['too-many-aliases']);
  const text = `a: &a "${'x'.repeat(4000)}"\nb: [${'*a, '.repeat(40)}]`;
  expect(codesOf(text)).toEqual(['too-many-aliases']);
});

test('aliases are counted with those inside of what they refer to', () => {
  const levels = [1, 2, 3, 4, 5, 6, 7].map(
    (level) => `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
  );
  expect(codesOf(['a0: &a0 x', ...levels.slice(0, 4)].join('\n'))).toEqual([]);
  expect(codesOf(['a0: &a0 x', ...levels].join('\n'))).toEqual(['too-many-aliases']);
});

test.each([
  ['brackets', '[', ''],
  ['maps', '{a: ', ''],
  ['dashes', '- ', 'x'],
])('%s nested more than 100 deep are refused before they are followed', (_, open, inner) => {
  expect(codesOf(open.repeat(20_000) + inner)).toEqual(['too-deep']);
});

test('a hundred levels are read', () => {
  const text = `a: ${'['.repeat(99)}${']'.repeat(99)}`;
  expect(codesOf(text)).toEqual([]);
  expect(codesOf(`a: ${'['.repeat(100)}${']'.repeat(100)}`)).toEqual(['too-deep']);
});

test('1.5 MB are counted in bytes', () => {
  const value = 'é'.repeat(700_000);
  expect(codesOf(`a: ${value}`)).toEqual([]);
  expect(codesOf(`a: ${value}${value}`)).toEqual(['too-large']);
});

test('20 000 keys are compared one by one, not all with all', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `  key-${index}: "value ${index}"`);
  const manifest = readManifest(`data:\n${lines.join('\n')}\n  key-7: again\n`);
  expect(manifest.problems).toMatchObject([
    { code: 'duplicate-key', details: { key: 'key-7', firstLine: 9 } },
  ]);
});
