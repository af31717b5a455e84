import { anIngress, aService } from '@fairlead/kube-objects/testing';
import type { RoutingRequest } from '@fairlead/routing';
import { expect, test } from 'vitest';
import type { ControllerSettings } from '../trace-view/traced-facts.ts';
import { answerRequestChanges } from './answer-request-changes.ts';
import { answerTrace } from './answer-trace.ts';
import { draftedModelOf } from './drafted-model.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { ControllerChanges } from './request-changes-answers.ts';
import { aHaproxyEdge, haproxyWildcard } from './testing/haproxy-edge.ts';
import { aShop } from './testing/shop.ts';
import { asDrafted, updated } from './testing/some-draft.ts';
import { listSettingsPlaces } from './traced-cluster.ts';

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

/** A controller whose ConfigMap says this, and a draft that sends all hosts of its wildcard elsewhere. */
function reviewWith(strictHost: boolean) {
  const model = aHaproxyEdge();
  const settings = listSettingsPlaces(model.store, model.tables.listControllers()).map(
    (place): ControllerSettings => ({ ...place, state: 'read', options: { strictHost } }),
  );
  const moved = haproxyWildcard.withSpec({ rules: [] }).withPath('*.example.com', '/', 'Prefix', 'b', 80);
  const changes = [updated(moved)];
  const [found] = answerRequestChanges(model, { kind: 'requestChanges', changes, settings }).controllers;
  const servicesOf = (request: RoutingRequest) => ({
    before: answerTrace(model, { request, settings })?.trace.service,
    after: answerTrace(draftedModelOf(model, changes), { request, settings })?.trace.service,
  });
  return { found, servicesOf };
}

test.each([true, false])(
  'with strict-host %s in its ConfigMap the review of a controller and its traces say the same',
  (strictHost) => {
    const { found, servicesOf } = reviewWith(strictHost);
    expect(found).toMatchObject({ settings: { configMap: 'edge/settings' }, isComplete: true });
    expect(found?.changes.map(({ url }) => url)).toEqual([
      `http://${strictHost ? 'any' : 'shop'}.example.com/`,
    ]);
    for (const { request, before, after } of found?.changes ?? [])
      expect(servicesOf(request)).toEqual({ before: before.service, after: after.service });
  },
);

test.each([
  [true, 'any', '/else', true],
  [true, 'shop', '/else', false],
  [false, 'shop', '/else', true],
  [false, 'shop', '/cart', false],
])('with strict-host %s the draft moves %s %s: %s', (strictHost, name, path, isMoved) => {
  const { servicesOf } = reviewWith(strictHost);
  const { before, after } = servicesOf({
    method: 'GET',
    scheme: 'http',
    host: `${name}.example.com`,
    path,
  });
  expect(before !== after).toBe(isMoved);
});
