import { OverlaidReader, type ObjectChange, type ObjectReader } from '@fairlead/kube-objects';
import {
  aCluster,
  anIngress,
  anIngressClass,
  aNamespace,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { DraftGraph } from './draft-graph.ts';
import { GraphModel } from './graph-model.ts';
import type { ViewState } from './layout.ts';

const view: ViewState = {
  level: 'full',
  metrics: { exposure: 164, ingress: 270, service: 196, pods: 166, gutters: [42, 68, 50] },
  namespaces: undefined,
  classNames: undefined,
  foldedNamespaces: [],
  expandedNodes: [],
  onlyProblems: false,
  marked: new Set(),
};

const everywhere = { x: 0, y: 0, width: 100_000, height: 100_000 };
const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 8080 }).selecting({ app: 'web' });
const shop = anIngress('shop/shop')
  .withClass('nginx')
  .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
  .withPath('shop.example.com', '/cart', 'Prefix', 'web', 'http');

const cluster = (): ObjectReader =>
  aCluster()
    .with(
      aNamespace('shop'),
      aNamespace('pay'),
      anIngressClass('nginx'),
      web,
      shop,
      aService('pay/pay').withPort(80).selecting({ app: 'pay' }),
      aPod('shop/web-1').labelled({ app: 'web' }),
    )
    .withEndpoints()
    .build();

function draw(changes: readonly ObjectChange[]) {
  const live = cluster();
  const reader = new OverlaidReader(live, changes);
  const graph = new GraphModel(live, view);
  const draft = new DraftGraph(graph, live, view);
  draft.show({}, { live, reader, applied: reader.applied });
  return { graph, draft, live, reader, differences: draft.differences(reader) };
}

const put = (object: { build(): Extract<ObjectChange, { op: 'put' }>['object'] }): ObjectChange => ({
  op: 'put',
  object: object.build(),
});

test('a draft that changes nothing is the live picture', () => {
  const { graph, draft, differences } = draw([put(web), put(shop)]);
  const window = draft.model.window(everywhere);
  expect({ ...window, revision: 0 }).toEqual({ ...graph.window(everywhere), revision: 0 });
  for (const { rows, ...lists } of differences) {
    expect(rows.size).toBe(0);
    expect(Object.values(lists).flat()).toEqual([]);
  }
});

test('a path that leads elsewhere is changed, with what it was; its edge goes and comes', () => {
  const moved = anIngress('shop/shop')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
    .withPath('shop.example.com', '/cart', 'Prefix', 'cart', 80);
  const { draft, differences } = draw([put(moved)]);
  const rows = differences.flatMap(({ rows: its }) => [...its]);
  expect(rows.map(([target, { change, before }]) => [target, change, before])).toEqual([
    [
      'Ingress/shop/shop#path:shop.example.com|Prefix|0|/cart',
      'changed',
      expect.objectContaining({ backend: 'web:http' }),
    ],
  ]);
  expect(differences.flatMap(({ nodesAdded }) => nodesAdded.map(({ id }) => id))).toEqual([
    'ghost:Service/shop/cart',
  ]);
  const edges = draft.model.lane('shop').edges.map(({ id, toNode }) => `${id} > ${toNode}`);
  expect(edges.filter((text) => text.includes('/cart'))).toEqual([
    expect.stringMatching(/^Ingress.* > ghost:Service\/shop\/cart$/),
    expect.stringMatching(/^removed:Ingress.* > Service\/shop\/web$/),
  ]);
});

test('what is removed stays in its place, and stands for nothing', () => {
  const { draft, graph, differences } = draw([
    { op: 'remove', key: 'Ingress/shop/shop' },
    put(
      web.withSpec({
        ports: [
          { name: 'grpc', port: 90 },
          { name: 'late', port: 91 },
        ],
      }),
    ),
  ]);
  expect(differences.flatMap(({ nodesRemoved }) => nodesRemoved.map(({ id }) => id))).toEqual([
    'Ingress/shop/shop',
  ]);
  expect(draft.model.lane('shop').nodes.map(({ id }) => id)).toEqual(
    graph.lane('shop').nodes.map(({ id }) => id),
  );
  expect(draft.model.findNode('Ingress/shop/shop')?.stands).toEqual([]);
  expect(draft.model.findNode('Service/shop/web')?.rows.map(({ id }) => id)).toEqual([
    'port:http',
    'port:grpc',
    'port:late',
  ]);
  const { drawn, counted, total } = draft.model.accounting();
  expect(drawn + counted).toBe(total);
});

test('only lanes that the draft touches are made anew, and the live picture stays as it is', () => {
  const { graph, draft } = draw([put(web.withType('NodePort'))]);
  expect(draft.model.lane('pay')).toBe(graph.lane('pay'));
  const [lane, layouts] = [draft.model.lane('shop'), draft.model.layouts()];
  expect(draft.model.lane('shop')).toBe(lane);
  expect(draft.model.layouts()).toEqual(layouts);
  expect(graph.lane('shop').edges.some(({ kind }) => kind === 'exposure')).toBe(false);
  expect(lane.edges.some(({ kind }) => kind === 'exposure')).toBe(true);
});

test('a new namespace and a class that does not exist come into the picture', () => {
  const { draft, differences } = draw([
    put(anIngress('new/first').withClass('ngnix').withDefaultBackend('web', 80)),
  ]);
  expect(differences.flatMap(({ nodesAdded }) => nodesAdded.map(({ id }) => id))).toEqual([
    'ghost:IngressClass/-/ngnix',
    'Ingress/new/first',
    'ghost:Service/new/web',
  ]);
  expect(draft.model.window(everywhere).lanes.map(({ namespace }) => namespace)).toEqual([
    'new',
    'pay',
    'shop',
  ]);
});
