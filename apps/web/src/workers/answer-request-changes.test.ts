import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerRequestChanges } from './answer-request-changes.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { ControllerChanges } from './request-changes-answers.ts';
import { aShop } from './testing/shop.ts';
import { asDrafted, updated } from './testing/some-draft.ts';

const shop = anIngress('shop/shop')
  .withClass('nginx')
  .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
  .withPath('shop.example.com', '/api', 'Prefix', 'api', 8080)
  .withTls(['shop.example.com'], 'shop-tls');

function changesOf(...changes: readonly ProposedChange[]): ControllerChanges {
  const [first] = answerRequestChanges(aShop(), { kind: 'requestChanges', changes }).controllers;
  if (first === undefined) throw new Error('no controller');
  return first;
}

test('a draft that says what the cluster says changes no request, and that is proven', () => {
  expect(changesOf(updated(shop))).toMatchObject({
    changes: [],
    changeCount: 0,
    isComplete: true,
    conflicts: [],
  });
});

test('a new path names a request that it takes from another rule', () => {
  const { changes } = changesOf(updated(shop.withPath('shop.example.com', '/cart', 'Prefix', 'api', 8080)));
  const change = changes.find(({ url }) => url === 'https://shop.example.com/cart');
  expect([change?.before.service, change?.after.service]).toEqual(['shop/web', 'shop/api']);
});

test('a selector that is mended makes requests answer again', () => {
  const { changes } = changesOf(updated(aService('shop/api').withPort(8080).selecting({ app: 'api' })));
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.every(({ before, after }) => before.result === 'fail' && after.result === 'ok')).toBe(true);
});

test('a rule that is there already is named as shadowed before it is applied', () => {
  const late = anIngress('shop/late')
    .withClass('nginx')
    .withPath('shop.example.com', '/api', 'Prefix', 'web', 'http');
  const { conflicts } = changesOf({ operation: 'create', object: asDrafted(late) });
  expect(
    conflicts.map(({ code, winner, losers }) => [code, winner.ingress, losers[0]?.ingress]),
  ).toContainEqual(['SAME_PATH', 'shop/shop', 'shop/late']);
});

test('the deletion of an Ingress names the requests that nobody answers any more', () => {
  const { changes, isComplete } = changesOf({
    operation: 'delete',
    ref: { kind: 'Ingress', namespace: 'shop', name: 'shop' },
  });
  expect(changes.map(({ url }) => url)).toContain('https://shop.example.com/');
  expect(changes.every(({ after }) => after.result === 'fail')).toBe(true);
  expect(isComplete).toBe(true);
});

test('the deletion of a Service names the requests that lose their backend', () => {
  const { changes } = changesOf({
    operation: 'delete',
    ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  });
  expect(changes.map(({ before, after }) => [before.service, after.result])).toContainEqual([
    'shop/web',
    'fail',
  ]);
});

test('the deletion of what no request reaches changes none, and that is proven', () => {
  const found = changesOf({
    operation: 'delete',
    ref: { kind: 'Service', namespace: 'shop', name: 'unused' },
  });
  expect(found).toMatchObject({ changeCount: 0, isComplete: true });
});
