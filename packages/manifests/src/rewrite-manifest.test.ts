import { expect, test } from 'vitest';
import { isJsonObject, ownField, type JsonObject, type JsonValue } from './json-value.ts';
import { readManifest } from './read-manifest.ts';
import { rewriteManifest } from './rewrite-manifest.ts';

const byName = (_: unknown, item: JsonValue): string | undefined => {
  const name = isJsonObject(item) ? ownField(item, 'name') : item;
  return typeof name === 'string' ? name : undefined;
};

const rewrite = (text: string, object: JsonObject): string => {
  const rewritten = rewriteManifest(text, object, byName);
  expect(readManifest(rewritten).object).toEqual(object);
  return rewritten;
};

test.each<[string, string, JsonObject, string]>([
  ['a value', 'a: 1 # one\nb:   2\n', { a: 3, b: 2 }, 'a: 3 # one\nb:   2\n'],
  ['a value in single quotes', "a: 'x' # c\n", { a: "it's" }, "a: 'it''s' # c\n"],
  ['a value in double quotes', 'a: "x"\n', { a: 'y' }, 'a: "y"\n'],
  ['a text that looks like something else', 'a: x\n', { a: 'no' }, 'a: "no"\n'],
  ['a value that was left out', 'a: # c\nb: 1\n', { a: 'x', b: 1 }, 'a: x # c\nb: 1\n'],
  ['a scalar that becomes a map', 'a: 1 # c\nb: 2\n', { a: { x: 1 }, b: 2 }, 'a: # c\n  x: 1\nb: 2\n'],
  ['a map that becomes empty', 'a: # c\n  x: 1\nb: 2\n', { a: {}, b: 2 }, 'a: {} # c\nb: 2\n'],
  ['an empty map that is filled', 'a: {} # c\nb: 2\n', { a: { x: 1 }, b: 2 }, 'a: # c\n  x: 1\nb: 2\n'],
  ['an entry that goes', 'a: 1\n# about b\nb: 2 # b\nc: 3\n', { a: 1, c: 3 }, 'a: 1\nc: 3\n'],
  ['the last entry goes, without a line break', 'a: 1\nb: 2', { a: 1 }, 'a: 1'],
  [
    'an entry that comes',
    'a: 1 # a\n\n# about c\nc: 3\n',
    { a: 1, b: 2, c: 3 },
    'a: 1 # a\nb: 2\n\n# about c\nc: 3\n',
  ],
  ['an entry behind a text without a line break', 'a: 1', { a: 1, b: 2 }, 'a: 1\nb: 2'],
  ['an entry behind a kept block text', 'a: |+\n  x\n\n', { a: 'x\n\n', b: 2 }, 'a: |+\n  x\n\nb: 2\n'],
  [
    'an entry that comes first',
    'm:\n  # about b\n  b: 1\n',
    { m: { a: 0, b: 1 } },
    'm:\n  a: 0\n  # about b\n  b: 1\n',
  ],
  [
    'CRLF',
    'a: 1\r\nb: # c\r\n  x: 1\r\n',
    { a: 1, b: { x: 1, w: ['z'] } },
    'a: 1\r\nb: # c\r\n  x: 1\r\n  w:\r\n    - z\r\n',
  ],
  ['flow style', 'a: {x: 1, "y": 2} # c\n', { a: { x: 3, z: 'no' } }, 'a: {x: 3, z: "no"} # c\n'],
  ['a flow list', 'a: [x, y, z] # c\n', { a: ['w', 'x', 'z', 'v'] }, 'a: [w, x, z, v] # c\n'],
  [
    'JSON',
    '{\n  "a": 1,\n  "b": [2]\n}\n',
    { a: 1, b: [2, { c: 'no' }], d: 'x' },
    '{\n  "a": 1,\n  "b": [2, {"c":"no"}],\n  "d": "x"\n}\n',
  ],
  [
    'a number that JavaScript cannot hold',
    'a: 9223372036854775807\nb: 1\n',
    { a: Number('9223372036854775807'), b: 2 },
    'a: 9223372036854775807\nb: 2\n',
  ],
  ['a tag', 'a: !!str 80\nb: !!int "1"\n', { a: '80', b: 2 }, 'a: !!str 80\nb: 2\n'],
])('%s is rewritten in its place', (_, text, object, rewritten) => {
  expect(rewrite(text, object)).toBe(rewritten);
});

const ports = `spec:
  ports:
  # about http
  - name: http # the first
    port: 80

  # about https
  - port: 443 # number
    name: https
  - {name: metrics, port: 9090} # flow
`;
const http = { name: 'http', port: 80 };
const https = { port: 443, name: 'https' };
const metrics = { name: 'metrics', port: 9090 };

test('an item that goes takes its comments, the others keep theirs', () => {
  expect(rewrite(ports, { spec: { ports: [http, metrics] } })).toBe(`spec:
  ports:
  # about http
  - name: http # the first
    port: 80

  - {name: metrics, port: 9090} # flow
`);
});

test('an item that moves takes its comments along', () => {
  expect(rewrite(ports, { spec: { ports: [https, { ...http, port: 8080 }, metrics] } })).toBe(`spec:
  ports:
  # about https
  - port: 443 # number
    name: https
  # about http
  - name: http # the first
    port: 8080

  - {name: metrics, port: 9090} # flow
`);
});

test('an item that comes is written as the list is', () => {
  expect(
    rewrite(ports, {
      spec: { ports: [{ name: 'a', port: 1 }, http, https, { name: 'b', port: 2 }, metrics] },
    }),
  ).toBe(`spec:
  ports:
  - name: a
    port: 1
  # about http
  - name: http # the first
    port: 80

  # about https
  - port: 443 # number
    name: https
  - name: b
    port: 2
  - {name: metrics, port: 9090} # flow
`);
});

test('the first field of an item goes, the next one moves up unless comments lie between', () => {
  expect(rewrite('a:\n- x: 1 # x\n  w: 2\n', { a: [{ w: 2 }] })).toBe('a:\n- w: 2\n');
  expect(rewrite('a:\n- x: 1 # x\n  # about w\n  w: 2\n', { a: [{ w: 2 }] })).toBe(
    'a:\n-\n  # about w\n  w: 2\n',
  );
});

test('references to what does not change stay, references to what changes are written out', () => {
  const text = 'a: &one {x: 1}\nb: *one # b\nc: &two [1]\nd: *two\n';
  const object = { a: { x: 1 }, b: { x: 1 }, c: [1], d: [1] };
  expect(rewrite(text, object)).toBe(text);
  expect(rewrite(text, { ...object, c: [2] })).toBe('a: &one {x: 1}\nb: *one # b\nc: &two [2]\nd:\n  - 1\n');
  expect(rewrite(text, { ...object, b: { x: 2 } })).toBe(text.replace('b: *one # b', 'b: # b\n  x: 2'));
  expect(rewrite(text, { b: { x: 1 }, c: [1], d: [1] })).toBe('b: # b\n  x: 1\nc: &two [1]\nd: *two\n');
});

test('a merge stays where what it brings stays', () => {
  const text = 'a: &a {x: 1, w: 2}\nb:\n  <<: *a # merged\n  z: 3\n';
  const b = { x: 1, w: 2, z: 3 };
  expect(rewrite(text, { a: { x: 1, w: 2 }, b: { ...b, z: 4 } })).toBe(text.replace('z: 3', 'z: 4'));
  expect(rewrite(text, { a: { x: 1, w: 2 }, b: { ...b, x: 9 } })).toBe(text + '  x: 9\n');
  expect(rewrite(text, { a: { x: 1, w: 2 }, b: { x: 1, z: 3 } })).not.toContain('<<');
  expect(rewrite(text, { a: { x: 5, w: 2 }, b })).not.toContain('<<');
});

test('a text that cannot be read is printed anew', () => {
  expect(rewrite('a: [', { a: [1] })).toBe('a:\n  - 1\n');
  expect(rewrite('a: 1\na: 2', { a: 2 })).toBe('a: 2\n');
});
