import { expect, test } from 'vitest';
import { parseWholeObject } from './parse-whole-object.ts';

const service = (fields: object): unknown => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {},
  ...fields,
});

test('a whole object is returned itself, with every field', () => {
  const raw = service({
    metadata: { name: 'web', namespace: 'shop', managedFields: [{ manager: 'kubectl' }] },
  });
  expect(parseWholeObject(raw)).toBe(raw);
});

test('a null says the same as its absence', () => {
  expect(
    parseWholeObject(service({ status: null, spec: { ports: null, selector: { app: 'web' } } })),
  ).toEqual(service({ spec: { selector: { app: 'web' } } }));
});

test.each<[object, string]>([
  [{ spec: { ports: [{ port: 80 }, { port: '81' }] } }, 'spec.ports'],
  [{ spec: { ports: [{ port: 80, name: 7 }] } }, 'spec.ports[0].name'],
  [{ spec: { selector: { app: 1 } } }, 'spec.selector.app'],
  [{ spec: { externalIPs: [null] } }, 'spec.externalIPs'],
  [{ spec: 'none' }, 'spec'],
  [{ metadata: { name: 'web', namespace: 'shop', labels: [] } }, 'metadata.labels'],
])('%j would lose %s, so it is unreadable', (fields, path) => {
  const parsed = parseWholeObject(service(fields));
  expect(parsed.kind === 'Unreadable' && parsed.reason).toContain(`field ${path} `);
});

test('what is unreadable in the stream is unreadable here', () => {
  expect(parseWholeObject({ kind: 'Secret', metadata: { name: 'x' } }).kind).toBe('Unreadable');
});
