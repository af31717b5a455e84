import { expect, test } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { findPathPlace, findPortIndex, pathNameAt, portNameAt, ruleNameAt, tlsNameAt } from './find-part.ts';
import { invertEdit } from './invert-edit.ts';
import { ingressOf, pathOf, portOf, ruleOf, serviceOf } from './testing/notation.ts';

const service = serviceOf('web', ['http 80>8080', 'dns 53/UDP', 'dns-tcp 53']);
const ingress = ingressOf(
  'web',
  [
    ['a.example', '/ web:80', '/a a:80'],
    ['a.example', '/ second:80', '/b b:80'],
    ['', '/ any:80'],
  ],
  { tls: [{ hosts: ['a.example'], secretName: 'one' }] },
);
const http = { port: 80, protocol: 'TCP', ordinal: 0 };
const dns = { port: 53, protocol: 'UDP', ordinal: 0 };
const first = { host: 'a.example', ordinal: 0 };
const second = { host: 'a.example', ordinal: 1 };
const root = { host: 'a.example', path: '/', pathType: 'Prefix', ordinal: 0 };
const secondRoot = { ...root, ordinal: 1 };
const pathA = { ...root, path: '/a' };
const tlsOne = { secretName: 'one', hosts: ['a.example'], ordinal: 0 };

const after = (object: EditedObject, edit: ObjectEdit): EditedObject => {
  const change = applyEdit(object, edit);
  if (change.kind === 'stale') throw new Error('stale');
  return change.object;
};

const edits: readonly (readonly [EditedObject, ObjectEdit])[] = [
  [service, { kind: 'set-field', field: 'type', from: 'ClusterIP', to: 'NodePort' }],
  [service, { kind: 'set-entry', map: 'labels', key: '__proto__', from: undefined, to: 'x' }],
  [service, { kind: 'set-entry', map: 'selector', key: 'app', from: 'web', to: undefined }],
  [service, { kind: 'set-finalizer', finalizer: 'example.com/one', isPresent: true }],
  [service, { kind: 'set-other-field', keys: ['spec', 'newField'], from: undefined, to: { on: true } }],
  [service, { kind: 'add-port', port: portOf('admin 90'), after: dns }],
  [service, { kind: 'remove-port', port: portOf('dns 53/UDP'), ordinal: 0, after: http }],
  [service, { kind: 'set-port-field', target: dns, field: 'protocol', from: 'UDP', to: 'SCTP' }],
  [service, { kind: 'set-port-field', target: dns, field: 'port', from: 53, to: 80 }],
  [service, { kind: 'move-port', target: http, from: undefined, to: dns }],
  [service, { kind: 'move-port', target: dns, from: http, to: undefined }],
  [ingress, { kind: 'add-rule', rule: ruleOf(['a.example', '/c c:80']), after: first }],
  [ingress, { kind: 'remove-rule', rule: ruleOf(['', '/ any:80']), ordinal: 0, after: second }],
  [ingress, { kind: 'set-rule-host', target: { host: '', ordinal: 0 }, to: 'a.example' }],
  [ingress, { kind: 'set-rule-host', target: second, to: '' }],
  [ingress, { kind: 'move-rule', target: first, from: undefined, to: second }],
  [ingress, { kind: 'add-path', rule: second, path: pathOf('/ third:80'), after: secondRoot }],
  [ingress, { kind: 'remove-path', rule: second, path: pathOf('/ second:80'), ordinal: 1, after: undefined }],
  [ingress, { kind: 'set-path-field', target: secondRoot, field: 'path', from: '/', to: '/x' }],
  [ingress, { kind: 'move-path', target: pathA, from: root, to: undefined }],
  [ingress, { kind: 'add-tls', tls: { secretName: 'two' }, after: tlsOne }],
  [
    ingress,
    { kind: 'remove-tls', tls: { hosts: ['a.example'], secretName: 'one' }, ordinal: 0, after: undefined },
  ],
  [
    ingress,
    {
      kind: 'set-tls',
      target: tlsOne,
      from: { hosts: ['a.example'], secretName: 'one' },
      to: { secretName: 'two' },
    },
  ],
];

test.each(edits)('[EDIT-2] %#: %o is taken back', (object, edit) => {
  const changed = after(object, edit);
  expect(changed).not.toEqual(object);
  expect(after(changed, invertEdit(object, edit))).toEqual(object);
});

test('[EDIT-1] another value than expected is stale and said', () => {
  expect(
    applyEdit(service, { kind: 'set-field', field: 'type', from: 'NodePort', to: 'LoadBalancer' }),
  ).toMatchObject({ kind: 'stale', found: 'ClusterIP' });
});

test.each<ObjectEdit>([
  { kind: 'set-port-field', target: { ...http, ordinal: 1 }, field: 'name', from: 'http', to: 'web' },
  { kind: 'add-port', port: portOf('a 1'), after: { ...http, port: 81 } },
  { kind: 'remove-port', port: portOf('http 80>9090'), ordinal: 0, after: undefined },
  { kind: 'move-port', target: dns, from: undefined, to: undefined },
  { kind: 'set-other-field', keys: ['spec', 'absent', 'inner'], from: undefined, to: 1 },
  { kind: 'set-finalizer', finalizer: 'example.com/one', isPresent: false },
])('[EDIT-1] a part that is not there, or is another, is stale: %o', (edit) => {
  expect(applyEdit(service, edit).kind).toBe('stale');
});

test.each<ObjectEdit>([
  { kind: 'add-path', rule: first, path: pathOf('/c c:80'), after: { ...root, path: '/b' } },
  { kind: 'remove-path', rule: first, path: pathOf('/ second:80'), ordinal: 1, after: undefined },
  { kind: 'move-path', target: pathA, from: root, to: secondRoot },
])('[EDIT-5] a path of another rule is stale: %o', (edit) => {
  expect(applyEdit(ingress, edit).kind).toBe('stale');
});

test('[EDIT-3] unknown fields stay', () => {
  const known = {
    ...service,
    spec: { ...service.spec, future: [1, { deep: true }] },
  } as unknown as EditedObject;
  const changed = after(known, { kind: 'set-field', field: 'type', from: 'ClusterIP', to: 'NodePort' });
  expect(changed.spec).toMatchObject({ future: [1, { deep: true }], type: 'NodePort' });
});

test('[EDIT-4] names count equal parts, and lead back to their places', () => {
  if (service.kind !== 'Service' || ingress.kind !== 'Ingress') throw new Error('kinds');
  expect(portNameAt(service, 2)).toEqual({ port: 53, protocol: 'TCP', ordinal: 0 });
  expect(findPortIndex(service, dns)).toBe(1);
  expect(ruleNameAt(ingress, 1)).toEqual(second);
  expect(ruleNameAt(ingress, 2)).toEqual({ host: '', ordinal: 0 });
  expect(tlsNameAt(ingress, 0)).toEqual(tlsOne);
  expect(findPortIndex(service, { ...dns, ordinal: 1 })).toBeUndefined();
});

test('[EDIT-5] the ordinal of a path counts through all rules of its host', () => {
  if (ingress.kind !== 'Ingress') throw new Error('kind');
  expect(pathNameAt(ingress, { ruleIndex: 1, pathIndex: 0 })).toEqual(secondRoot);
  expect(findPathPlace(ingress, secondRoot)).toMatchObject({ ruleIndex: 1, pathIndex: 0 });
});

test('[EDIT-6] what is left empty is taken out', () => {
  const without = after(service, {
    kind: 'set-entry',
    map: 'selector',
    key: 'app',
    from: 'web',
    to: undefined,
  });
  expect(without.spec).not.toHaveProperty('selector');
  const lone = ingressOf('web', [['a.example', '/ web:80']]);
  const bare = after(lone, {
    kind: 'remove-path',
    rule: first,
    path: pathOf('/ web:80'),
    ordinal: 0,
    after: undefined,
  });
  expect(bare).toEqual(ingressOf('web', [['a.example']]));
});

test.each(['__proto__', 'constructor', 'toString'])('[EDIT-7] %s is a key like others', (key) => {
  const changed = after(service, { kind: 'set-entry', map: 'annotations', key, from: undefined, to: 'x' });
  expect(Object.entries(changed.metadata.annotations ?? {})).toEqual([[key, 'x']]);
  expect(after(changed, { kind: 'set-entry', map: 'annotations', key, from: 'x', to: undefined })).toEqual(
    service,
  );
});
