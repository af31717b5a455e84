import { expect, test } from 'vitest';
import { parseFieldPath, printFieldPath } from './field-path.ts';
import { fieldAt, rangeOfField, type FieldPart } from './field-range.ts';
import type { FieldPath } from './json-value.ts';
import { readManifest } from './read-manifest.ts';

const text = `# a Service
kind: Service
metadata:
  labels: {app: web, "tier": 'front'} # flow
  annotations:
    a.b/c: x
spec:
  ports:
  - name: http # first
    port: 80
  -   name: https
      port: 443
  selector: &pods
    app: web
  copy: *pods
  both:
    <<: *pods
  nothing:
`;
const manifest = readManifest(text);

test.each<[string, FieldPart, string]>([
  ['kind', 'key', 'kind'],
  ['kind', 'value', 'Service'],
  ['kind', 'entry', 'kind: Service'],
  ['metadata.labels[tier]', 'key', '"tier"'],
  ['metadata.labels[tier]', 'value', "'front'"],
  ['metadata.labels[tier]', 'entry', `"tier": 'front'`],
  ['metadata.labels', 'value', `{app: web, "tier": 'front'}`],
  ['metadata.annotations[a.b/c]', 'value', 'x'],
  ['spec.ports[0].port', 'entry', 'port: 80'],
  ['spec.ports[1]', 'value', 'name: https\n      port: 443'],
  ['spec.ports[1]', 'entry', '-   name: https\n      port: 443'],
  ['spec.selector', 'value', '&pods\n    app: web'],
  ['spec.copy', 'value', '*pods'],
  ['spec.copy.app', 'value', 'copy'],
  ['spec.both.app', 'key', '<<'],
  ['spec.nothing', 'value', 'nothing'],
  ['spec.type', 'value', 'spec'],
  ['spec.ports[7].port', 'value', 'ports'],
  ['metadata.name', 'entry', 'metadata'],
])('%s, its %s, stands at its place or at the nearest one above', (path, part, place) => {
  const range = rangeOfField(manifest, parseFieldPath(path) ?? [], part);
  expect(text.slice(range?.startOffset, range?.endOffset)).toBe(place);
});

test('lines and columns count from 1', () => {
  expect(rangeOfField(manifest, ['spec', 'ports', 0, 'port'])).toMatchObject({
    startLine: 10,
    startColumn: 11,
    endLine: 10,
    endColumn: 13,
  });
});

test('a text that cannot be read has no places', () => {
  expect(rangeOfField(readManifest('a: ['), ['a'])).toBeUndefined();
  expect(fieldAt(readManifest('a: ['), 0)).toEqual([]);
});

test.each<[string, FieldPath]>([
  ['kind: S', ['kind']],
  ['Service\nmeta', ['kind']],
  ['"tier"', ['metadata', 'labels', 'tier']],
  ["'front'", ['metadata', 'labels', 'tier']],
  ['http # first', ['spec', 'ports', 0, 'name']],
  ['# first', ['spec', 'ports', 0, 'name']],
  ['80', ['spec', 'ports', 0, 'port']],
  ['-   name', ['spec', 'ports', 1]],
  ['443', ['spec', 'ports', 1, 'port']],
  ['# a Service', []],
])('%j is at its field', (place, path) => {
  expect(fieldAt(manifest, text.indexOf(place))).toEqual(path);
});

test.each<[string, FieldPath]>([
  ['spec.ports[0].nodePort', ['spec', 'ports', 0, 'nodePort']],
  ['metadata.annotations[a.b/c]', ['metadata', 'annotations', 'a.b/c']],
  ['metadata.labels', ['metadata', 'labels']],
  ['metadata.labels[0]', ['metadata', 'labels', '0']],
  ['spec.rules[0].http.paths[12].path', ['spec', 'rules', 0, 'http', 'paths', 12, 'path']],
  ['spec["odd key].x"].y', ['spec', 'odd key].x', 'y']],
])('%s is read and printed as the API server names fields', (printed, path) => {
  expect(parseFieldPath(printed)).toEqual(path);
  expect(printFieldPath(path)).toBe(printed);
});

test.each(['', '.', 'a..b', 'a[', 'a[0]b', 'a]', '[]'])('%j names no field', (printed) => {
  expect(parseFieldPath(printed)).toBeUndefined();
});
