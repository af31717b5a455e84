import type { ConflictPlace, ObjectEdit } from '@fairlead/edits';
import { expect, test } from 'vitest';
import { messagesOf } from './languages.ts';

const { edit: editWords, place: placeWords } = messagesOf('en').review;

const rule = { host: 'shop.example.com', ordinal: 0 };
const cart = { host: 'shop.example.com', path: '/cart', pathType: 'Prefix', ordinal: 0 };
const backend = (name: string, number: number) => ({ service: { name, port: { number } } });
const path = { path: '/cart', pathType: 'Prefix', backend: backend('cart', 80) };
const port = { name: 'http', port: 80, targetPort: 8080 };
const http = { port: 80, protocol: 'TCP', ordinal: 0 };
const tls = { secretName: 'shop-tls', hosts: ['shop.example.com'] };
const tlsName = { ...tls, ordinal: 0 };

const cases: readonly (readonly [ObjectEdit, string])[] = [
  [
    {
      kind: 'set-path-field',
      target: cart,
      field: 'backend',
      from: backend('cart', 80),
      to: backend('cart-v2', 8080),
    },
    'path /cart on shop.example.com: cart:80 -> cart-v2:8080, changed',
  ],
  [
    { kind: 'set-path-field', target: cart, field: 'pathType', from: 'Prefix', to: 'Exact' },
    'pathType of path /cart on shop.example.com: Prefix -> Exact, changed',
  ],
  [{ kind: 'set-field', field: 'type', from: undefined, to: 'NodePort' }, 'type: NodePort, added'],
  [
    { kind: 'set-field', field: 'defaultBackend', from: backend('a', 1), to: undefined },
    'default backend: a:1, removed',
  ],
  [{ kind: 'set-entry', map: 'labels', key: 'app', from: 'a', to: 'b' }, 'label app: a -> b, changed'],
  [{ kind: 'set-entry', map: 'selector', key: 'app', from: '', to: 'b' }, 'selector app: "" -> b, changed'],
  [
    { kind: 'set-finalizer', finalizer: 'example.com/x', isPresent: false },
    'finalizer: example.com/x, removed',
  ],
  [{ kind: 'set-other-field', keys: ['spec', 'new'], from: 1, to: [1, 2] }, 'spec.new: 1 -> 1, 2, changed'],
  [{ kind: 'add-port', port, after: undefined }, 'port: http 80/TCP → 8080, added'],
  [{ kind: 'remove-port', port, ordinal: 0, after: undefined }, 'port: http 80/TCP → 8080, removed'],
  [
    { kind: 'set-port-field', target: http, field: 'targetPort', from: 8080, to: 'web' },
    'targetPort of port 80/TCP: 8080 -> web, changed',
  ],
  [
    { kind: 'move-port', target: http, from: undefined, to: { ...http, port: 81 } },
    'port 80/TCP: moved behind port 81/TCP',
  ],
  [
    { kind: 'add-rule', rule: { host: 'shop.example.com', http: { paths: [path] } }, after: undefined },
    'host shop.example.com: /cart → cart:80, added',
  ],
  [{ kind: 'remove-rule', rule: {}, ordinal: 0, after: undefined }, 'host every host: , removed'],
  [{ kind: 'set-rule-host', target: rule, to: '' }, 'host: shop.example.com -> every host, changed'],
  [
    { kind: 'move-rule', target: rule, from: rule, to: undefined },
    'rules for shop.example.com: moved to the first place',
  ],
  [{ kind: 'add-path', rule, path, after: undefined }, 'path /cart on shop.example.com: cart:80, added'],
  [
    { kind: 'remove-path', rule, path, ordinal: 0, after: undefined },
    'path /cart on shop.example.com: cart:80, removed',
  ],
  [
    { kind: 'move-path', target: cart, from: undefined, to: cart },
    'path /cart on shop.example.com: moved behind path /cart',
  ],
  [{ kind: 'add-tls', tls, after: undefined }, 'TLS: shop-tls, shop.example.com, added'],
  [{ kind: 'remove-tls', tls: {}, ordinal: 0, after: undefined }, 'TLS: no Secret, removed'],
  [
    { kind: 'set-tls', target: tlsName, from: tls, to: { ...tls, secretName: 'other' } },
    'TLS shop-tls for shop.example.com: shop-tls, shop.example.com -> other, shop.example.com, changed',
  ],
  [
    { kind: 'move-tls', target: tlsName, from: undefined, to: undefined },
    'TLS shop-tls for shop.example.com: moved to the first place',
  ],
];

test.each(cases)('every kind of edit has its words: %#', (edit, expected) => {
  const { place, from, to, note } = editWords(edit);
  const values = [from, to].filter((value) => value !== undefined).join(' -> ');
  const said = from === undefined && to === undefined ? note : `${values}, ${note}`;
  expect(`${place}: ${said}`).toBe(expected);
});

test('the table above has each kind', () => {
  expect(new Set(cases.map(([{ kind }]) => kind)).size).toBe(20);
});

const places: readonly (readonly [ConflictPlace, string, string])[] = [
  [{ kind: 'path', path: cart, field: 'backend' }, 'Backend of /cart', 'shop.example.com, Prefix'],
  [
    { kind: 'path', path: cart, field: undefined },
    'Path /cart on shop.example.com',
    'as a whole: one side took it out',
  ],
  [{ kind: 'entry', map: 'annotations', key: 'a/b' }, 'a/b', 'annotation'],
  [{ kind: 'port', port: http, field: 'nodePort' }, 'NodePort', 'port 80/TCP'],
  [{ kind: 'order', list: 'paths', rule }, 'Order of the paths', 'rules for shop.example.com'],
  [{ kind: 'field', keys: ['spec', 'type'] }, 'Type', 'spec.type'],
  [{ kind: 'tls', tls: tlsName, field: 'secretName' }, 'SecretName', 'TLS shop-tls for shop.example.com'],
  [
    { kind: 'rule', rule, field: undefined },
    'Rules for shop.example.com',
    'as a whole: one side took it out',
  ],
];

test.each(places)('every place of a conflict has its words: %#', (place, title, detail) => {
  expect(placeWords(place)).toEqual({ title, detail });
});
