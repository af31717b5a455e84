import { expect, test } from 'vitest';
import { applyEdits } from './apply-edit.ts';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { listEdits } from './list-edits.ts';
import { ingressOf, serviceOf } from './testing/notation.ts';

const paths = (...texts: readonly string[]) => ingressOf('web', [['a.example', ...texts]]);
const ports = (...texts: readonly string[]) => serviceOf('web', texts);

const said = (edit: ObjectEdit): string => ('field' in edit ? `${edit.kind} ${edit.field}` : edit.kind);

const cases: readonly (readonly [string, EditedObject, EditedObject, readonly string[]])[] = [
  ['another backend', paths('/ web:80', '/a a:80'), paths('/ web:80', '/a b:80'), ['set-path-field backend']],
  ['another path', paths('/ web:80', '/a a:80'), paths('/ web:80', '/b a:80'), ['set-path-field path']],
  ['another pathType', paths('/ web:80'), paths('/ web:80 Exact'), ['set-path-field pathType']],
  ['another host', ingressOf('w', [['a', '/ a:80']]), ingressOf('w', [['b', '/ a:80']]), ['set-rule-host']],
  ['a new first path', paths('/ web:80'), paths('/a a:80', '/ web:80'), ['add-path']],
  ['another name', ports('http 80', 'b 81'), ports('web 80', 'b 81'), ['set-port-field name']],
  ['another number', ports('http 80>1', 'b 81'), ports('http 8080>1', 'b 81'), ['set-port-field port']],
  [
    'the Secret of an entry',
    ingressOf('w', [], { tls: [{ hosts: ['a'], secretName: 'one' }] }),
    ingressOf('w', [], { tls: [{ hosts: ['a'], secretName: 'two' }] }),
    ['set-tls'],
  ],
];

test.each(cases)('[EDIT-11] %s is one edit', (_, before, after, kinds) => {
  const edits = listEdits(before, after);
  expect(edits.map(said)).toEqual(kinds);
  expect(applyEdits(before, edits)).toEqual({ kind: 'applied', object: after });
});

test('[EDIT-12] two ports that swap their numbers keep their names', () => {
  const edits = listEdits(ports('a 80>1', 'b 443>2'), ports('a 443>1', 'b 80>2'));
  expect(edits.map(said)).toEqual(['set-port-field port', 'set-port-field port']);
});

test('[EDIT-13] the last one moved to the front is one move', () => {
  const edits = listEdits(paths('/ w:80', '/a a:80', '/b b:80'), paths('/b b:80', '/ w:80', '/a a:80'));
  expect(edits.map(said)).toEqual(['move-path']);
});

test('[EDIT-10] what the API server writes is no edit', () => {
  const before = ports('http 80');
  const metadata = { ...before.metadata, uid: 'u', resourceVersion: '2', generation: 1, managedFields: [] };
  const after = { ...before, metadata, status: { loadBalancer: {} } } as unknown as EditedObject;
  expect(listEdits(before, after)).toEqual([]);
});

test('[EDIT-10] unknown fields, in lists too, and other metadata', () => {
  const before = ingressOf('web', [['a.example', '/ web:80']]);
  const [rule] = 'rules' in before.spec ? (before.spec.rules ?? []) : [];
  const after = {
    ...before,
    metadata: { ...before.metadata, annotations: { a: '1' } },
    spec: { rules: [{ ...rule, future: 1 }], other: { deep: [1] } },
  } as unknown as EditedObject;
  const edits = listEdits(before, after);
  expect(edits.map(said)).toEqual(['set-entry', 'set-other-field', 'remove-rule', 'add-rule']);
  expect(applyEdits(before, edits)).toEqual({ kind: 'applied', object: after });
});
