import { aCluster, anIngress, anIngressClass, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerReach } from './answer-reach.ts';
import type { ReachAnswer, ReachQuestion } from './reach-answers.ts';
import { aShop } from './testing/shop.ts';
import { modelOf } from './testing/model-of.ts';

const reachOf = (
  kind: ReachQuestion['ref']['kind'],
  name: string,
  row: readonly string[] = [],
): ReachAnswer => answerReach(aShop(), { kind: 'reach', ref: { kind, namespace: 'shop', name }, row });

const urlsOf = ({ urls }: ReachAnswer): readonly string[] => urls.map(({ url }) => url);

test('a path row, its Ingress, its Service and a Pod behind it are reached by the URLs of their rules', () => {
  expect(urlsOf(reachOf('Ingress', 'shop'))).toEqual([
    'https://shop.example.com/',
    'https://shop.example.com/api',
  ]);
  expect(urlsOf(reachOf('Ingress', 'shop', ['shop.example.com', '/api']))).toEqual([
    'https://shop.example.com/api',
  ]);
  expect(urlsOf(reachOf('Service', 'web'))).toEqual(['https://shop.example.com/']);
  expect(urlsOf(reachOf('Service', 'web', ['http']))).toEqual(['https://shop.example.com/']);
  expect(urlsOf(reachOf('Service', 'web', ['metrics']))).toEqual([]);
  expect(urlsOf(reachOf('Pod', 'web-1'))).toEqual(['https://shop.example.com/']);
  expect(urlsOf(reachOf('Pod', 'api-1'))).toEqual([]);
});

test('a class without a controller in the cluster is named, and the line relies on DNS', () => {
  const found = reachOf('Service', 'web');
  expect([found.controllers, found.classesWithoutController]).toEqual([[], ['nginx']]);
  expect(found.urls[0]?.lines).toEqual([{ address: undefined, curl: "curl 'https://shop.example.com/'" }]);
});

test('a URL whose requests another Ingress gets is said not to arrive', () => {
  const model = modelOf(
    aCluster()
      .with(
        anIngressClass('nginx').withController('k8s.io/ingress-nginx'),
        aService('shop/web').withPort(80),
        anIngress('shop/old')
          .withClass('nginx')
          .createdAt('2026-01-01T00:00:00Z')
          .withPath('shop.example.com', '/', 'Prefix', 'web', 80),
        anIngress('shop/young')
          .withClass('nginx')
          .createdAt('2026-02-01T00:00:00Z')
          .withPath('shop.example.com', '/', 'Prefix', 'web', 80)
          .withPath('shop.example.com', '/own', 'Prefix', 'web', 80),
      )
      .build(),
  );
  const takersOf = (name: string) =>
    answerReach(model, {
      kind: 'reach',
      ref: { kind: 'Ingress', namespace: 'shop', name },
      row: [],
    }).urls.map(({ takenBy }) => takenBy);
  expect(takersOf('old')).toEqual([undefined]);
  expect(takersOf('young')).toEqual(['shop/old', undefined]);
  const service = { kind: 'Service', namespace: 'shop', name: 'web' } as const;
  const toService = answerReach(model, { kind: 'reach', ref: service, row: [] }).urls;
  expect(toService.map(({ takenBy }) => takenBy)).toEqual([undefined, undefined]);
});
