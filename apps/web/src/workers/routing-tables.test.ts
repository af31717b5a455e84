import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { buildRoutingIndex, findProfile, traceRequest } from '@fairlead/routing';
import { expect, test } from 'vitest';
import { draftedModelOf } from './drafted-model.ts';
import type { ControllerTables } from './routing-tables.ts';
import { nowMs } from './testing/model-of.ts';
import { aShop } from './testing/shop.ts';
import { updated } from './testing/some-draft.ts';

const owner = { profile: 'ingress-nginx', options: {} } as const;

const serviceOf = (tables: ControllerTables, path: string): string | null =>
  traceRequest(tables.tableOf(owner), { method: 'GET', scheme: 'https', host: 'shop.example.com', path })
    .service;

const cart = () =>
  anIngress('shop/cart').withClass('nginx').withPath('shop.example.com', '/cart', 'Prefix', 'web', 'http');

test('a table is made once and follows what changes: other Ingresses, Services that go', () => {
  const model = aShop();
  const first = model.tables.tableOf(owner);
  expect(model.tables.tableOf(owner)).toBe(first);
  model.apply([{ op: 'put', object: cart().build() }], nowMs);
  const second = model.tables.tableOf(owner);
  expect(second.exactHosts.get('pay.example.com')).toBe(first.exactHosts.get('pay.example.com'));
  const fresh = buildRoutingIndex({ reader: model.store }, findProfile('ingress-nginx'), {});
  expect(second.exactHosts).toEqual(fresh.exactHosts);
  expect(serviceOf(model.tables, '/cart')).toBe('shop/web');
  model.apply([{ op: 'remove', key: 'Ingress/shop/cart' }], nowMs);
  model.apply([{ op: 'remove', key: 'Service/shop/web' }], nowMs);
  expect(
    traceRequest(model.tables.tableOf(owner), {
      method: 'GET',
      scheme: 'https',
      host: 'shop.example.com',
      path: '/x',
    }).reason,
  ).toBe('SERVICE_NOT_FOUND');
});

test('a draft has tables of its own, and those of the live cluster stay as they are', () => {
  const model = aShop();
  model.apply([{ op: 'put', object: aService('shop/next').withPort(80).build() }], nowMs);
  const drafted = draftedModelOf(model, [
    updated(
      anIngress('shop/shop').withClass('nginx').withPath('shop.example.com', '/', 'Prefix', 'next', 80),
    ),
  ]);
  expect(serviceOf(drafted.tables, '/cart')).toBe('shop/next');
  expect(serviceOf(model.tables, '/cart')).toBe('shop/web');
});

test('what may be read decides about answers: other access means other tables', () => {
  const model = aShop();
  const first = model.tables.tableOf(owner);
  model.setAccess(model.store.listAccess(), nowMs);
  expect(model.tables.tableOf(owner)).not.toBe(first);
});
