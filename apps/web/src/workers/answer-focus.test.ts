import {
  aCluster,
  anIngress,
  anIngressClass,
  aNamespace,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerFocus } from './answer-focus.ts';
import { answerRoutes } from './answer-routes.ts';
import type { LiveModel } from './live-model.ts';
import { modelOf } from './testing/model-of.ts';

/** Two hosts, three Services of which two share their Pods, and another namespace behind the same controller. */
const twoLanes = (): LiveModel =>
  modelOf(
    aCluster()
      .with(
        aNamespace('shop'),
        aNamespace('blog'),
        anIngressClass('nginx').withController('k8s.io/ingress-nginx'),
        anIngress('shop/shop')
          .withClass('nginx')
          .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
          .withPath('shop.example.com', '/api', 'Prefix', 'api', 'http')
          .withPath('old.example.com', '/', 'Prefix', 'old', 'http'),
        anIngress('blog/blog').withClass('nginx').withPath('blog.example.com', '/', 'Prefix', 'blog', 'http'),
        ...['shop/web', 'shop/api', 'blog/blog'].map((name) =>
          aService(name)
            .withPort(80, { name: 'http', targetPort: 'http' })
            .selecting({ app: name.split('/')[1] ?? '' }),
        ),
        aService('shop/old').withPort(80, { name: 'http', targetPort: 'http' }).selecting({ app: 'web' }),
        ...['shop/web', 'shop/api', 'blog/blog'].map((name) =>
          aPod(`${name}-1`)
            .labelled({ app: name.split('/')[1] ?? '' })
            .withContainerPort('http', 3000)
            .ready(),
        ),
      )
      .withEndpoints()
      .build(),
  );

const targetsOf = (model: LiveModel, id: string): readonly string[] =>
  (answerFocus(model, { kind: 'focus', id })?.targets ?? []).map((target) => target.replace(/#path:/, '#'));

const hasNode = (targets: readonly string[], nodeId: string): boolean =>
  targets.some((target) => target === nodeId || target.startsWith(`${nodeId}#`));

test('a Service is connected with the rules that lead to it, their controller, and its Pods', () => {
  const targets = targetsOf(twoLanes(), 'Service/shop/api');
  for (const node of ['Ingress/shop/shop', 'Service/shop/api', 'Pod/shop/api-1', 'clients'])
    expect([node, hasNode(targets, node)]).toEqual([node, true]);
  for (const node of ['Service/shop/web', 'Pod/shop/web-1', 'Ingress/blog/blog'])
    expect([node, hasNode(targets, node)]).toEqual([node, false]);
  expect(targets.filter((target) => target.startsWith('Ingress/')).join()).toContain('/api');
  expect(targets).not.toContain('Ingress/shop/shop');
});

test('Pods are connected with every Service that selects them', () => {
  const targets = targetsOf(twoLanes(), 'Pod/shop/web-1');
  expect(hasNode(targets, 'Service/shop/web') && hasNode(targets, 'Service/shop/old')).toBe(true);
  expect(hasNode(targets, 'Service/shop/api')).toBe(false);
});

test('a host stands for all its paths, a path for itself', () => {
  const model = twoLanes();
  const host = targetsOf(model, 'Ingress/shop/shop~shop.example.com');
  expect(hasNode(host, 'Service/shop/web') && hasNode(host, 'Service/shop/api')).toBe(true);
  expect(hasNode(host, 'Service/shop/old')).toBe(false);
  const path = targetsOf(model, 'Ingress/shop/shop~shop.example.com~/api');
  expect(hasNode(path, 'Service/shop/web')).toBe(false);
});

test('from the clients everything that a request can reach is connected', () => {
  const targets = targetsOf(twoLanes(), 'clients');
  for (const node of ['Ingress/blog/blog', 'Ingress/shop/shop', 'Service/shop/old', 'Pod/blog/blog-1'])
    expect([node, hasNode(targets, node)]).toEqual([node, true]);
});

test.each(['Service/shop/gone', 'Service/nowhere/web', 'constructor', ''])('%j is not there', (id) => {
  expect(answerFocus(twoLanes(), { kind: 'focus', id })).toBeUndefined();
});

test('the table twin keeps the ways through what it is focused on', () => {
  const model = twoLanes();
  const paths = (focus: string): readonly string[] =>
    answerRoutes(model, { kind: 'routes', filter: {}, focus, from: 0, count: 100 })
      .rows.filter(({ kind }) => kind === 'route')
      .map(({ host, path }) => `${host}${path}`);
  expect(paths('Service/shop/api')).toEqual(['shop.example.com/api']);
  expect(paths('Pod/shop/web-1').toSorted()).toEqual(['old.example.com/', 'shop.example.com/']);
  expect(paths('Service/shop/gone')).toHaveLength(4);
});
