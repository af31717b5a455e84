import { expect, test } from 'vitest';
import { answerReach } from './answer-reach.ts';
import type { ReachAnswer, ReachQuestion } from './reach-answers.ts';
import { aShop } from './testing/shop.ts';

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
