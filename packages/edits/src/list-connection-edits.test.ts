import type { IngressBackend } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { applyEdits } from './apply-edit.ts';
import type { EditedObject } from './edit.ts';
import { listConnectionEdits, type Connection } from './list-connection-edits.ts';
import { ingressOf, pathOf, serviceOf } from './testing/notation.ts';

const to = (text: string): IngressBackend => pathOf(`/ ${text}`).backend;
const one = (...paths: readonly string[]) => ingressOf('web', [['a.example', ...paths]]);
const aPath = (path: string, backend: string, pathType = 'Prefix', host = 'a.example'): Connection => ({
  kind: 'path',
  place: { host, path, pathType },
  backend: to(backend),
});
const aNewPath = (host: string, text: string): Connection => ({ kind: 'new-path', host, path: pathOf(text) });

const connected = (object: EditedObject, connection: Connection): EditedObject | undefined => {
  const outcome = applyEdits(object, listConnectionEdits(object, connection));
  return outcome.kind === 'applied' ? outcome.object : undefined;
};

type Case = readonly [EditedObject, Connection, EditedObject];

const moved: readonly Case[] = [
  [one('/ web:80', '/a a:80'), aPath('/a', 'b:http'), one('/ web:80', '/a b:http')],
  [one('/a a:80 Exact', '/a a:80'), aPath('/a', 'b:1'), one('/a a:80 Exact', '/a b:1')],
  [one('/a x:1', '/a y:1'), aPath('/a', 'b:1'), one('/a b:1', '/a y:1')],
  [one('- a:80'), aPath('', 'b:1'), one('- b:1')],
  [
    ingressOf('web', [
      ['a.example', '/ a:1'],
      ['', '/ a:1'],
      ['a.example', '/b a:1'],
    ]),
    aPath('/b', 'b:1'),
    ingressOf('web', [
      ['a.example', '/ a:1'],
      ['', '/ a:1'],
      ['a.example', '/b b:1'],
    ]),
  ],
  [
    ingressOf('web', [], { defaultBackend: to('a:1') }),
    { kind: 'default-backend', backend: to('b:1') },
    ingressOf('web', [], { defaultBackend: to('b:1') }),
  ],
  [
    serviceOf('web', ['http 80'], { selector: { app: 'web', tier: 'old' } }),
    { kind: 'selector', selector: { app: 'cart' } },
    serviceOf('web', ['http 80'], { selector: { app: 'cart' } }),
  ],
];

const added: readonly Case[] = [
  [one('/ web:80'), aNewPath('a.example', '/new b:80'), one('/ web:80', '/new b:80')],
  [
    ingressOf('web', [
      ['a.example', '/ a:1'],
      ['b.example', '/ a:1'],
      ['a.example', '/b a:1'],
    ]),
    aNewPath('a.example', '/c b:1'),
    ingressOf('web', [
      ['a.example', '/ a:1'],
      ['b.example', '/ a:1'],
      ['a.example', '/b a:1', '/c b:1'],
    ]),
  ],
  [ingressOf('web', [['a.example']]), aNewPath('a.example', '/ b:1'), one('/ b:1')],
  [
    one('/ a:1'),
    aNewPath('', '/ b:1'),
    ingressOf('web', [
      ['a.example', '/ a:1'],
      ['', '/ b:1'],
    ]),
  ],
];

const unmoved: readonly (readonly [EditedObject, Connection])[] = [
  [one('/ a:1'), aPath('/', 'a:1')],
  [one('/ a:1'), aPath('/gone', 'b:1')],
  [one('/ a:1'), aPath('/', 'b:1', 'Prefix', 'b.example')],
  [one('/ a:1'), { kind: 'selector', selector: { app: 'a' } }],
  [serviceOf('web', ['http 80']), aPath('/', 'b:1')],
];

test.each(moved)('[EDIT-14] it leads there, and nothing else changes (%#)', (before, connection, after) => {
  expect(connected(before, connection)).toEqual(after);
});

test.each(added)('[EDIT-15] the path stands last of its host (%#)', (before, connection, after) => {
  expect(connected(before, connection)).toEqual(after);
});

test.each(unmoved)('[EDIT-16] nothing changes (%#)', (before, connection) => {
  expect(listConnectionEdits(before, connection)).toEqual([]);
});

test('[EDIT-14] a backend is one edit, and what stands beside it stays', () => {
  const edits = listConnectionEdits(one('/ web:80', '/a a:80'), aPath('/a', 'b:80'));
  expect(edits).toEqual([
    {
      kind: 'set-path-field',
      target: { host: 'a.example', path: '/a', pathType: 'Prefix', ordinal: 0 },
      field: 'backend',
      from: to('a:80'),
      to: to('b:80'),
    },
  ]);
});
