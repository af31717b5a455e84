import {
  aCluster,
  aDeployment,
  anIngress,
  anIngressClass,
  aNamespace,
  aNode,
  aPod,
  aReplicaSet,
  aService,
  type ClusterBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { GraphModel } from './graph-model.ts';
import type { GraphNode } from './graph.ts';
import type { Rectangle, ViewState } from './layout.ts';

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
const whole: Rectangle = { x: 0, y: 0, width: 10_000, height: 100_000 };

/** A Service with a Deployment of so many Pods behind it. */
function withApp(cluster: ClusterBuilder, place: string, pods: number): ClusterBuilder {
  const [, name = ''] = place.split('/');
  const replicaSet = aReplicaSet(`${place}-1a`).ownedBy(aDeployment(place));
  return cluster.with(
    aService(place).selecting({ app: name }).withPort(80, { name: 'http', targetPort: 8080 }),
    aDeployment(place),
    replicaSet,
    ...Array.from({ length: pods }, (_, at) =>
      aPod(`${place}-1a-${at}`).labelled({ app: name }).ownedBy(replicaSet),
    ),
  );
}

/** Two namespaces: in `billing` a Service on its own, in `shop` an Ingress to two Services. */
const shop = (): ClusterBuilder =>
  withApp(withApp(withApp(aCluster(), 'shop/api', 1), 'shop/storefront', 3), 'billing/ledger', 2)
    .with(
      anIngressClass('nginx').asDefault(),
      aNode('edge-1'),
      aNamespace('billing'),
      aNamespace('shop'),
      anIngress('shop/shop')
        .withClass('nginx')
        .withPath('shop.example.com', '/', 'Prefix', 'storefront', 'http')
        .withPath('shop.example.com', '/api', 'Prefix', 'api', 'http'),
    )
    .withEndpoints();

const modelOf = (cluster: ClusterBuilder, part: Partial<ViewState> = {}): GraphModel =>
  new GraphModel(cluster.build(), { ...view, ...part });

/** The name, or the id and the number of what is folded where a node has none. */
const called = ({ id, name, foldedCount }: GraphNode): string =>
  name === '' ? [id, foldedCount].filter(Boolean).join(' ') : name;
const drawn = (model: GraphModel): string[] => model.window(whole).nodes.map(({ node }) => called(node));

const nodeOf = (model: GraphModel, id: string): GraphNode | undefined =>
  model.window(whole).nodes.find(({ node }) => node.id === id)?.node;

test('lanes stand below each other by name, nodes below their lane head with a gap of 8', () => {
  const window = modelOf(shop()).window(whole);
  expect(window.lanes.map(({ namespace, y, height }) => [namespace, y, height])).toEqual([
    ['billing', 0, 26 + 58 + 12],
    ['shop', 96, 26 + 58 + 8 + 58 + 12],
  ]);
  expect(window.nodes.map(({ node, x, y, width, height }) => [node.id, x, y, width, height])).toEqual([
    ['clients', 16, 26, 164, 52],
    ['controller/-/k8s.io/ingress-nginx', 16, 110, 164, 70],
    ['Service/billing/ledger', 560, 26, 196, 58],
    ['Deployment/billing/ledger', 806, 26, 166, 54],
    ['Ingress/shop/shop', 222, 122, 270, 30 + 3 * 24 + 4],
    ['Service/shop/storefront', 560, 122, 196, 58],
    ['Service/shop/api', 560, 188, 196, 58],
    ['Deployment/shop/storefront', 806, 122, 166, 54],
    ['Deployment/shop/api', 806, 184, 166, 54],
  ]);
  expect(window).toMatchObject({ width: 980, height: 258 });
});

test('edges run from the middle of a row to the middle of a row, taps from the trunk to the head', () => {
  const { edges, trunks } = modelOf(shop()).window(whole);
  const places = edges.map(({ edge, x1, y1, x2, y2 }) => [edge.kind, x1, y1, x2, y2]);
  expect(places).toContainEqual(['backend', 492, 122 + 30 + 24 + 12, 560, 122 + 30 + 12]);
  expect(places).toContainEqual(['endpoints', 756, 122 + 30 + 12, 806, 122 + 27]);
  expect(places).toContainEqual(['trunk', 201, 137, 222, 137]);
  expect(trunks).toEqual([{ id: 'controller/-/k8s.io/ingress-nginx', x: 201, y1: 125, y2: 137 }]);
});

test('trunks of several controllers stand 8 px apart, closer where the gutter is full', () => {
  const trunksOf = (count: number) => {
    const all = Array.from({ length: count }, (_, at) => at);
    const cluster = aCluster().with(
      ...all.map((at) => anIngressClass(`c${at}`).withController(`example.com/c${at}`)),
      ...all.map((at) => anIngress(`shop/i${at}`).withClass(`c${at}`)),
    );
    return modelOf(cluster)
      .window(whole)
      .trunks.map(({ x }) => x);
  };
  expect(trunksOf(2)).toEqual([197, 205]);
  const many = trunksOf(18);
  expect(new Set(many).size).toBe(18);
  expect([many[0], many.at(-1)]).toEqual([184, 218]);
});

test('with one namespace shown lanes have no head', () => {
  const { lanes, nodes } = modelOf(shop(), { namespaces: ['billing'] }).window(whole);
  expect(lanes).toMatchObject([{ namespace: 'billing', y: 0, height: 12 + 58 + 12 }]);
  expect(nodes.at(-1)?.y).toBe(12);
});

test('a folded lane is one row of 34 whose objects still count', () => {
  const model = modelOf(shop(), { foldedNamespaces: ['shop'] });
  expect(model.window(whole).lanes[1]).toMatchObject({
    height: 34,
    isFolded: true,
    counts: { ingresses: 1, services: 2, pods: 4, workloads: 2 },
  });
  expect(model.counts()).toEqual({
    exposure: 1,
    ingresses: 1,
    rules: 2,
    services: 3,
    missing: 0,
    pods: 6,
    workloads: 3,
  });
  expect(model.placeOf('Service/shop/api')).toEqual({ x: 0, y: 96, width: 980, height: 34 });
});

test('compact nodes are 28 high and edges meet their middle', () => {
  const { nodes, edges } = modelOf(shop(), { level: 'compact' }).window(whole);
  expect(new Set(nodes.map(({ height }) => height))).toEqual(new Set([28]));
  expect(edges.find(({ edge }) => edge.kind === 'backend')).toMatchObject({ y1: 26 + 28 + 12 + 26 + 14 });
});

test('a marked node carries a strip of 24', () => {
  const heights = (marked: string[]) =>
    modelOf(shop(), { marked: new Set(marked) })
      .window(whole)
      .nodes.filter(({ node }) => node.id.endsWith('billing/ledger'))
      .map(({ height }) => height);
  expect(heights([])).toEqual([58, 54]);
  expect(heights(['Service/billing/ledger', 'Deployment/billing/ledger'])).toEqual([78, 78]);
  expect(heights(['Service/billing/ledger#port:http'])).toEqual([58, 54]);
});

test('an expanded workload has a row per Pod, above 100 Pods a scroll area of its own', () => {
  const id = 'Deployment/billing/ledger';
  const model = modelOf(shop(), { expandedNodes: [id] });
  expect(nodeOf(model, id)?.rows.map(({ id: row }) => row)).toEqual(['pod:ledger-1a-0', 'pod:ledger-1a-1']);
  expect(model.placeOf(id)?.height).toBe(54 + 2 * 24 + 4);
  const large = modelOf(withApp(aCluster(), 'big/app', 101), { expandedNodes: ['Deployment/big/app'] });
  expect(large.placeOf('Deployment/big/app')?.height).toBe(54 + 20 * 24 + 4);
});

const manyRules = (count: number): ClusterBuilder => {
  let ingress = anIngress('shop/many');
  for (let at = 0; at < count; at += 1)
    ingress = ingress.withPath(`h${at % 2}.example.com`, `/${at}`, 'Prefix', 'web', 80);
  return aCluster().with(ingress, aService('shop/web').withPort(80));
};

test('an Ingress with more than 40 rules shows 12, those with a finding, and how many more there are', () => {
  const id = 'Ingress/shop/many';
  expect(nodeOf(modelOf(manyRules(40)), id)?.rows).toHaveLength(42);
  const marked = new Set([`${id}#path:h1.example.com|Prefix|0|/39`]);
  const model = modelOf(manyRules(41), { marked });
  expect(nodeOf(model, id)?.rows.map((row) => row.kind)).toEqual([
    'host',
    ...Array<string>(12).fill('path'),
    'host',
    'path',
    'more',
  ]);
  expect(nodeOf(model, id)?.rows.at(-1)).toMatchObject({ count: 28 });
  const { edges } = model.window(whole);
  expect(edges.filter(({ edge }) => edge.kind === 'backend')).toHaveLength(41);
  expect(Math.max(...edges.map(({ y1 }) => y1))).toBe(12 + 30 + 15 * 24 + 12);
  expect(nodeOf(modelOf(manyRules(41), { expandedNodes: [id] }), id)?.rows).toHaveLength(43);
});

test('edges that only pass through a window are in it', () => {
  const { edges } = modelOf(manyRules(40)).window({ x: 0, y: 500, width: 1000, height: 10 });
  const backends = edges.filter(({ edge }) => edge.kind === 'backend');
  expect(backends).toHaveLength(22);
  expect(backends.every(({ y1, y2 }) => y1 >= 500 && y2 < 500)).toBe(true);
});

test('"only problems" folds what is healthy and off the way into counted rows that open', () => {
  const marked = new Set(['Service/shop/api#port:http']);
  const model = modelOf(shop(), { onlyProblems: true, marked });
  expect(drawn(model)).toEqual([
    'clients',
    'ingress-nginx',
    'folded/billing/service 1',
    'folded/billing/pods 1',
    'shop',
    'api',
    'folded/shop/service 1',
    'api',
    'folded/shop/pods 1',
  ]);
  expect(model.counts().services).toBe(3);
  expect(model.placeOf('Service/shop/storefront')).toEqual(model.placeOf('folded/shop/service'));
  model.setView({ ...view, onlyProblems: true, marked, expandedNodes: ['folded/shop/service'] });
  expect(drawn(model)).toContain('storefront');
});

test('a class filter leaves Ingresses of these classes and what they lead to, and says how many of a lane are shown', () => {
  const cluster = shop().with(
    anIngress('shop/other').withClass('traefik').withPath('', '/', 'Prefix', 'lost', 80),
  );
  const model = modelOf(cluster, { classNames: ['traefik'] });
  expect(drawn(model)).toEqual(['clients', 'ingress-nginx', 'traefik', 'other', 'lost']);
  expect(model.window(whole).lanes).toMatchObject([
    { namespace: 'billing', isEmpty: true, height: 34, shownIngresses: 0 },
    { namespace: 'shop', isFolded: false, shownIngresses: 1, counts: { ingresses: 2 } },
  ]);
});

test('no more than 300 nodes of lanes are in a window, those nearest to its middle', () => {
  const pods = Array.from({ length: 400 }, (_, at) => aPod(`big/pod-${String(at).padStart(3, '0')}`));
  const { nodes } = modelOf(aCluster().with(...pods)).window(whole);
  expect(nodes).toHaveLength(301);
});

test('a selection lights up its way in both directions, a row only its own', () => {
  const model = modelOf(shop());
  const ids = (target: string) => {
    const { up, down } = model.neighbours(target);
    return [up, down].map((edges) => edges.map(({ toNode }) => toNode));
  };
  expect(ids('Service/shop/api')).toEqual([
    ['Service/shop/api', 'Ingress/shop/shop'],
    ['Deployment/shop/api'],
  ]);
  expect(ids('Ingress/shop/shop#path:shop.example.com|Prefix|0|/')).toEqual([
    ['Ingress/shop/shop'],
    ['Service/shop/storefront', 'Deployment/shop/storefront'],
  ]);
  expect(ids('Ingress/shop/shop')[1]).toHaveLength(4);
});

test('arrow keys follow edges and columns', () => {
  const model = modelOf(shop());
  expect(model.neighbour('controller/-/k8s.io/ingress-nginx', 'right')).toBe('Ingress/shop/shop');
  expect(model.neighbour('Ingress/shop/shop', 'right')).toBe('Service/shop/storefront');
  expect(model.neighbour('Ingress/shop/shop#path:shop.example.com|Prefix|0|/api', 'right')).toBe(
    'Service/shop/api',
  );
  expect(model.neighbour('Service/shop/api', 'left')).toBe('Ingress/shop/shop');
  expect(model.neighbour('Ingress/shop/shop', 'left')).toBe('controller/-/k8s.io/ingress-nginx');
  expect(model.neighbour('Service/billing/ledger', 'down')).toBe('Service/shop/storefront');
  expect(model.neighbour('Service/shop/storefront', 'up')).toBe('Service/billing/ledger');
  expect(model.neighbour('Service/billing/ledger', 'up')).toBeUndefined();
  expect(model.neighbour('Service/billing/ledger', 'last')).toBe('Service/shop/api');
  expect(model.neighbour('Service/shop/api', 'first')).toBe('Service/billing/ledger');
  expect(model.neighbour('clients', 'down')).toBe('controller/-/k8s.io/ingress-nginx');
});

test('an object is found in what stands for it, and its place is where that is drawn', () => {
  const model = modelOf(shop());
  expect(model.findNode('Pod/shop/api-1a-0')?.id).toBe('Deployment/shop/api');
  expect(model.findNode('Node/-/edge-1')?.id).toBe('clients');
  expect(model.findNode('Service/shop/none')).toBeUndefined();
  expect(model.placeOf('Pod/shop/api-1a-0')).toEqual(model.placeOf('Deployment/shop/api'));
  expect(model.placeOf('Namespace/-/shop')?.y).toBe(96);
  expect(model.placeOf('Service/shop/api#port:http')).toEqual({
    x: 560,
    y: 188 + 30,
    width: 196,
    height: 24,
  });
  expect(model.placeOf('Service/none/api')).toBeUndefined();
});

test('the overview has a box for every node, with an id for each', () => {
  const model = modelOf(shop());
  const { boxes, columns, weights } = model.overview();
  expect(columns).toEqual(Uint8Array.of(0, 0, 2, 3, 1, 2, 2, 3, 3));
  expect([...weights].slice(4)).toEqual([2, 1, 1, 3, 1]);
  expect(boxes.slice(16, 20)).toEqual(Float32Array.of(222, 122, 270, 106));
  expect(model.overviewNodeId(4)).toBe('Ingress/shop/shop');
  expect(model.overviewNodeId(9)).toBeUndefined();
});

test('the table has a line per route, then Services without Ingress and workloads without Service', () => {
  const cluster = shop().with(
    anIngress('shop/zz').withPath('', '/', 'Prefix', 'gone', 80).withPath('', '/x', 'Prefix', 'api', 81),
    aPod('shop/alone'),
  );
  const rows = modelOf(cluster).routes();
  expect(
    rows.map(({ kind, path, service, port, behind, readyPods, allPods, state }) =>
      [
        kind,
        path,
        service,
        port && `${port.name} ${port.port} to ${port.target}`,
        behind.map(called).join(),
        `${readyPods}/${allPods}`,
        state,
      ].join(' | '),
    ),
  ).toEqual([
    'exposure |  |  |  | clients | 0/0 | ok',
    'exposure |  |  |  | ingress-nginx | 0/0 | ok',
    'service |  | ledger | http 80 to 8080 | ledger | 2/2 | ok',
    'route | / | storefront | http 80 to 8080 | storefront | 3/3 | ok',
    'route | /api | api | http 80 to 8080 | api | 1/1 | ok',
    'route | / | gone |  |  | 0/0 | missing-service',
    'route | /x | api |  |  | 0/0 | missing-port',
    'workload |  |  |  | alone | 1/1 | not-reached',
  ]);
});

test('the table narrows by namespace, class and target', () => {
  const model = modelOf(shop());
  const ids = (filter: Parameters<GraphModel['routes']>[0]) =>
    model.routes(filter).flatMap(({ kind, id }) => (kind === 'exposure' ? [] : [id]));
  expect(ids({ namespaces: ['billing'] })).toEqual(['Service/billing/ledger#port:http']);
  expect(ids({ classNames: ['nginx'] })).toHaveLength(2);
  expect(ids({ targets: new Set(['Deployment/shop/api']) })).toEqual([
    'Ingress/shop/shop#path:shop.example.com|Prefix|0|/api',
  ]);
});

test('folding and opening a lane lays it out anew', () => {
  const model = modelOf(shop());
  const heights = () => model.layouts().map(({ height }) => height);
  expect(heights()).toEqual([96, 162]);
  model.setView({ ...view, foldedNamespaces: ['shop'] });
  expect(heights()).toEqual([96, 34]);
  model.setView(view);
  expect(heights()).toEqual([96, 162]);
});

test('an IngressClass that appears takes over its Ingresses from the ghost', () => {
  const store = aCluster().with(anIngress('shop/a').withClass('late')).build();
  const model = new GraphModel(store, view);
  expect(model.neighbour('Ingress/shop/a', 'left')).toBe('ghost:IngressClass/-/late');
  model.update(store.apply([{ op: 'put', object: anIngressClass('late').build() }]), store);
  expect(model.neighbour('Ingress/shop/a', 'left')).toBe('controller/-/k8s.io/ingress-nginx');
  expect(drawn(model)).not.toContain('late');
});

test('the same view in other words changes nothing', () => {
  const model = modelOf(shop());
  const [before] = model.layouts();
  const overview = model.overview();
  model.setView({ ...view, marked: new Set(), metrics: { ...view.metrics, gutters: [42, 68, 50] } });
  expect(model.layouts()[0]).toBe(before);
  expect(model.overview()).toBe(overview);
});

test('asking for compact and full nodes in turn keeps both', () => {
  const model = modelOf(shop());
  const [full] = model.layouts();
  model.setView({ ...view, level: 'compact' });
  expect(model.layouts()[0]).not.toBe(full);
  model.setView(view);
  expect(model.layouts()[0]).toBe(full);
});

test('the revision grows with what is known, not with what is looked at', () => {
  const store = shop().build();
  const model = new GraphModel(store, view);
  const { revision } = model.window(whole);
  model.setView({ ...view, level: 'compact' });
  expect(model.window(whole).revision).toBe(revision);
  model.update(store.apply([{ op: 'remove', key: 'Pod/shop/api-1a-0' }]), store);
  expect(model.window(whole).revision).toBe(revision + 1);
});
