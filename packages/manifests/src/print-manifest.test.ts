import { expect, test } from 'vitest';
import { printManifest } from './print-manifest.ts';

test('apiVersion, kind and metadata stand first, the name before the rest, status last', () => {
  const object = {
    status: {},
    spec: { b: 1, a: 2 },
    metadata: { uid: 'u', managedFields: [], annotations: {}, labels: {}, namespace: 'shop', name: 'web' },
    kind: 'Service',
    apiVersion: 'v1',
  };
  expect(printManifest(object)).toBe(`apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  labels: {}
  annotations: {}
  uid: u
  managedFields: []
spec:
  b: 1
  a: 2
status: {}
`);
});

test.each([
  'no',
  'on',
  'y',
  'N',
  '~',
  '014',
  '0o14',
  '0O14',
  '0B1',
  '1_000',
  '12:30:45',
  '1e3',
  '08',
  '2024-01-01',
  '<<',
  '=',
  '.inf',
  '',
])('%j is quoted, as a value and as a key', (text) => {
  expect(printManifest({ a: text })).toBe(`a: "${text}"\n`);
  expect(printManifest({ [text]: 'a' })).toBe(`"${text}": a\n`);
});

test.each(['10.0.0.1', '10.0.0.0/8', '100m', 'v1', 'nginx:1.25', 'a.b/c', '/path', '-a'])(
  '%j needs no quotes',
  (text) => {
    expect(printManifest({ a: text })).toBe(`a: ${text}\n`);
  },
);

test('long lines stay whole, several lines stand below each other', () => {
  const long = 'word '.repeat(100).trim();
  expect(printManifest({ a: long, b: 'x\ny\n' })).toBe(`a: ${long}\nb: |\n  x\n  y\n`);
});
