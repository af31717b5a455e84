import {
  keyOf,
  kinds,
  ObjectStore,
  type KindAccess,
  type ObjectChange,
  type TrimmedObject,
} from '@fairlead/kube-objects';
import {
  aCluster,
  aDeployment,
  aJob,
  aNamespace,
  aNode,
  anIngress,
  anIngressClass,
  aPod,
  aReplicaSet,
  aService,
  aSlice,
  aStatefulSet,
} from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildExposure } from './build-exposure.ts';
import { buildLane } from './build-lane.ts';
import { GraphModel } from './graph-model.ts';
import { targetOf } from './graph-ids.ts';
import type { GraphExposure, GraphLane } from './graph.ts';
import type { PlacedEdge, PlacedNode, Rectangle, ViewState } from './layout.ts';
import { listAccounted } from './list-accounted.ts';

const namespaces = ['billing', 'shop', '__proto__'] as const;
const names = ['a', 'b', 'c', 'constructor'] as const;
const namespace = fc.constantFrom(...namespaces);
const name = fc.constantFrom(...names);
const place = fc.tuple(namespace, name).map(([ns, text]) => `${ns}/${text}`);
const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'), { maxKeys: 2 });
const portName = fc.constantFrom('http', 'grpc', '');

const service = fc
  .record({
    place,
    labels,
    portName,
    target: fc.constantFrom<number | string>(80, 8080, 'http', 'none'),
    form: fc.constantFrom('plain', 'headless', 'external', 'NodePort', 'LoadBalancer', 'portless'),
  })
  .map(({ place: at, labels: selector, portName: text, target, form }) => {
    const started = aService(at).selecting(selector);
    if (form === 'portless') return started.headless().withoutPorts();
    const ported = started.withPort(80, { ...(text === '' ? {} : { name: text }), targetPort: target });
    if (form === 'headless') return ported.headless();
    if (form === 'external') return ported.external('elsewhere.example.net');
    return form === 'plain' ? ported : ported.withType(form);
  });

const ingress = fc
  .record({
    place,
    className: fc.constantFrom('nginx', 'traefik', 'ngnix', ''),
    paths: fc.array(
      fc.tuple(
        fc.constantFrom('', 'x.example.com', 'y.example.com'),
        fc.constantFrom('/', '/p'),
        name,
        portName,
      ),
      {
        maxLength: 5,
      },
    ),
    hasDefault: fc.boolean(),
  })
  .map(({ place: at, className, paths, hasDefault }) => {
    let built = className === '' ? anIngress(at) : anIngress(at).withClass(className);
    for (const [host, path, to, port] of paths) built = built.withPath(host, path, 'Prefix', to, port || 80);
    return hasDefault ? built.withDefaultBackend('b', 80) : built;
  });

const pod = fc
  .record({
    place,
    labels,
    owner: fc.constantFrom('none', 'ReplicaSet', 'StatefulSet', 'Job', 'Pod'),
    ownerName: name,
    phase: fc.constantFrom('Running', 'Pending', 'Succeeded', 'Failed'),
    isReady: fc.boolean(),
    isTerminating: fc.boolean(),
  })
  .map(({ place: at, labels: its, owner, ownerName, phase, isReady, isTerminating }) => {
    const ownerPlace = `${at.split('/')[0] ?? ''}/${ownerName}`;
    const owners = {
      ReplicaSet: aReplicaSet(ownerPlace),
      StatefulSet: aStatefulSet(ownerPlace),
      Job: aJob(ownerPlace),
      Pod: aPod(ownerPlace),
    };
    let built = aPod(at).labelled(its).withContainerPort('http', 8080).inPhase(phase);
    if (owner !== 'none') built = built.ownedBy(owners[owner]);
    if (!isReady) built = built.notReady();
    return isTerminating ? built.terminating() : built;
  });

const slice = fc
  .record({
    place,
    of: fc.option(name),
    portName,
    pods: fc.array(name, { maxLength: 3 }),
    isReady: fc.boolean(),
  })
  .map(({ place: at, of, portName: text, pods, isReady }) => {
    const ns = at.split('/')[0] ?? '';
    let built = aSlice(at).withPort(8080, { name: text });
    for (const each of pods)
      built = built.withEndpoint(`192.0.2.${each.length}`, { pod: aPod(`${ns}/${each}`), ready: isReady });
    if (pods.length === 0) built = built.withEndpoint('192.0.2.9', { ready: isReady });
    return of === null ? built : built.of(of);
  });

const object: fc.Arbitrary<TrimmedObject> = fc.oneof(
  { weight: 3, arbitrary: service.map((each) => each.build()) },
  { weight: 3, arbitrary: ingress.map((each) => each.build()) },
  { weight: 4, arbitrary: pod.map((each) => each.build()) },
  { weight: 2, arbitrary: slice.map((each) => each.build()) },
  place.map((at) => aDeployment(at).build()),
  fc
    .tuple(place, name, fc.boolean())
    .map(([at, owner, isOwned]) =>
      (isOwned
        ? aReplicaSet(at).ownedBy(aDeployment(`${at.split('/')[0] ?? ''}/${owner}`))
        : aReplicaSet(at)
      ).build(),
    ),
  place.map((at) => aStatefulSet(at).build()),
  place.map((at) => aJob(at).build()),
  fc.constantFrom(...namespaces, 'empty').map((text) => aNamespace(text).build()),
  name.map((text) => aNode(text).build()),
  fc
    .tuple(fc.constantFrom('nginx', 'traefik'), fc.boolean())
    .map(([text, isDefault]) =>
      (isDefault ? anIngressClass(text).asDefault() : anIngressClass(text)).build(),
    ),
  fc
    .tuple(place, fc.constantFrom('registry.k8s.io/ingress-nginx/controller:v1', 'example/app:1'))
    .map(([at, image]) =>
      aDeployment(at)
        .withPodSpec({ containers: [{ name: 'app', image, ports: [{ containerPort: 80, hostPort: 80 }] }] })
        .build(),
    ),
);

const objects = fc.uniqueArray(object, { maxLength: 30, selector: keyOf });
/** Laws that build many pictures per run get fewer runs: a suite must stay quick. */
const fewRuns = { numRuns: 30 };

const everything: readonly KindAccess[] = kinds.map((kind) => ({
  kind,
  namespace: undefined,
  state: 'ready',
}));
const access = fc
  .subarray(['Pod', 'Service', 'Ingress', 'EndpointSlice', 'IngressClass', 'ReplicaSet'], { maxLength: 2 })
  .map((hidden) =>
    everything.map((entry): KindAccess =>
      hidden.includes(entry.kind) ? { ...entry, state: 'forbidden' } : entry,
    ),
  );

function storeOf(given: readonly TrimmedObject[], known: readonly KindAccess[] = everything): ObjectStore {
  const store = new ObjectStore();
  store.apply(given.map((each) => ({ op: 'put', object: each })));
  store.setAccess(known);
  return store;
}

const plainView: ViewState = {
  level: 'full',
  metrics: { exposure: 164, ingress: 270, service: 196, pods: 166, gutters: [42, 68, 50] },
  namespaces: undefined,
  classNames: undefined,
  foldedNamespaces: [],
  expandedNodes: [],
  onlyProblems: false,
  marked: new Set(),
};

const nodeIds = namespaces.flatMap((ns) =>
  names.flatMap((text) => ['Service', 'Ingress', 'Deployment', 'Pod'].map((kind) => `${kind}/${ns}/${text}`)),
);

const view: fc.Arbitrary<ViewState> = fc.record({
  level: fc.constantFrom('full' as const, 'compact' as const, 'overview' as const),
  metrics: fc.constant(plainView.metrics),
  namespaces: fc.option(fc.subarray([...namespaces], { minLength: 1 }), { nil: undefined }),
  classNames: fc.option(fc.subarray(['nginx', 'traefik', '']), { nil: undefined }),
  foldedNamespaces: fc.subarray([...namespaces], { maxLength: 1 }),
  expandedNodes: fc.subarray([...nodeIds, 'folded/shop/service'], { maxLength: 5 }),
  onlyProblems: fc.boolean(),
  marked: fc.subarray([...nodeIds, 'Service/shop/a#port:http'], { maxLength: 4 }).map((ids) => new Set(ids)),
});

const whole: Rectangle = { x: 0, y: 0, width: 10_000, height: 1_000_000 };

const keysOf = (store: ObjectStore): string[] =>
  kinds.flatMap((kind) => store.list(kind).map(keyOf)).toSorted();

/** All that a model answers, as plain data. */
const answersOf = (model: GraphModel) => ({
  window: { ...model.window(whole), revision: 0 },
  overview: { ...model.overview(), revision: 0 },
  counts: model.counts(),
  accounting: model.accounting(),
  routes: model.routes(),
});

test('every object is accounted for exactly once, whatever the cluster and its permissions', () => {
  fc.assert(
    fc.property(objects, access, (given, known) => {
      const store = storeOf(given, known);
      const parts = [buildExposure(store), ...store.listNamespaces().map((ns) => buildLane(store, ns))];
      expect(parts.flatMap(listAccounted).toSorted()).toEqual(keysOf(store));
    }),
  );
});

test('drawn and counted objects make up the total under every view', () => {
  fc.assert(
    fc.property(objects, view, (given, seen) => {
      const { drawn, counted, total } = new GraphModel(storeOf(given), seen).accounting();
      expect(drawn + counted).toBe(total);
      expect(counted).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('folding nodes away never loses an object of a lane that is drawn', () => {
  fc.assert(
    fc.property(objects, view, (given, seen) => {
      const model = new GraphModel(storeOf(given), { ...seen, classNames: undefined, foldedNamespaces: [] });
      for (const { lane, nodes, isEmpty } of model.layouts()) {
        const inLane = lane.nodes.flatMap(({ stands }) => stands).toSorted();
        if (!isEmpty) expect(nodes.flatMap(({ stands }) => stands).toSorted()).toEqual(inLane);
      }
    }),
  );
});

test('the picture does not depend on the order in which objects arrived', () => {
  fc.assert(
    fc.property(
      objects.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      ),
      view,
      ([given, shuffled], seen) => {
        expect(answersOf(new GraphModel(storeOf(shuffled), seen))).toEqual(
          answersOf(new GraphModel(storeOf(given), seen)),
        );
      },
    ),
    fewRuns,
  );
});

const change: fc.Arbitrary<ObjectChange> = fc.oneof(
  { weight: 3, arbitrary: object.map((each) => ({ op: 'put' as const, object: each })) },
  { weight: 1, arbitrary: object.map((each) => ({ op: 'remove' as const, key: keyOf(each) })) },
);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.array(change, { maxLength: 4 }).map((changes) => ({ changes })) },
  { weight: 2, arbitrary: view.map((seen) => ({ seen })) },
  { weight: 1, arbitrary: access.map((known) => ({ known })) },
);

test('a model that was kept up to date answers as one made afresh', () => {
  fc.assert(
    fc.property(objects, fc.array(step, { maxLength: 8 }), (given, steps) => {
      const store = storeOf(given);
      const model = new GraphModel(store, plainView);
      let seen = plainView;
      for (const each of steps) {
        model.window(whole);
        if ('seen' in each) model.setView((seen = each.seen));
        else if ('known' in each) {
          store.setAccess(each.known);
          model.update([], store);
        } else model.update(store.apply(each.changes), store);
      }
      expect(answersOf(model)).toEqual(answersOf(new GraphModel(store, seen)));
    }),
    fewRuns,
  );
});

test('lanes that a change does not touch stay the same objects', () => {
  fc.assert(
    fc.property(objects, fc.array(change, { minLength: 1, maxLength: 3 }), (given, changes) => {
      const store = storeOf([...given, aPod('billing/kept').build(), aPod('shop/kept').build()]);
      const model = new GraphModel(store, plainView);
      const before = new Map(model.layouts().map((layout) => [layout.lane.namespace, layout]));
      const applied = store.apply(changes);
      model.update(applied, store);
      const touched = new Set(
        applied.map(({ kind, key }) => (kind === 'Namespace' ? key.split('/')[2] : key.split('/')[1])),
      );
      const isEverywhere = applied.some(({ kind }) => kind === 'IngressClass');
      for (const layout of model.layouts()) {
        const { namespace: ns } = layout.lane;
        if (!touched.has(ns) && !isEverywhere && before.has(ns)) expect(layout).toBe(before.get(ns));
      }
    }),
    fewRuns,
  );
});

test('ids are unique, and edges end at nodes and rows that are there', () => {
  const isUnique = (ids: readonly string[]): void => expect(new Set(ids).size).toBe(ids.length);
  fc.assert(
    fc.property(objects, access, (given, known) => {
      const store = storeOf(given, known);
      const exposure = buildExposure(store);
      for (const lane of store.listNamespaces().map((ns) => buildLane(store, ns))) {
        const nodes = [...exposure.nodes, ...lane.nodes];
        isUnique(nodes.map(({ id }) => id));
        isUnique([...exposure.edges, ...lane.edges].map(({ id }) => id));
        for (const { rows } of nodes) isUnique(rows.map(({ id }) => id));
        const targets = new Set(
          nodes.flatMap(({ id, rows }) => [id, ...rows.map((row) => targetOf(id, row.id))]),
        );
        for (const { fromNode, fromRow, toNode, toRow } of lane.edges) {
          expect(targets).toContain(targetOf(fromNode, fromRow));
          expect(targets).toContain(targetOf(toNode, toRow));
        }
      }
    }),
  );
});

test('nodes of a column do not overlap, and lie within their lane', () => {
  fc.assert(
    fc.property(objects, view, (given, seen) => {
      for (const { nodes, tops, heights, height, starts } of new GraphModel(storeOf(given), seen).layouts())
        nodes.forEach((node, at) => {
          const bottom = (tops[at] ?? 0) + (heights[at] ?? 0);
          expect(bottom).toBeLessThan(height);
          const next = nodes[at + 1];
          if (next?.column === node.column) expect(tops[at + 1]).toBeGreaterThan(bottom);
          expect(['ingress', 'service', 'pods'].indexOf(node.column)).toBe(
            starts.slice(1, 3).filter((start) => at >= start).length,
          );
        });
    }),
  );
});

const touchesSpan = ({ y1, y2 }: PlacedEdge, { y, height }: Rectangle): boolean =>
  Math.min(y1, y2) <= y + height && Math.max(y1, y2) >= y;

const overlaps = (node: PlacedNode, { x, y, width, height }: Rectangle): boolean =>
  node.x < x + width && node.x + node.width > x && node.y < y + height && node.y + node.height > y;

test('a window is what a look at every node and edge finds in it', () => {
  const rectangle = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 1500 }),
    width: fc.integer({ min: 1, max: 800 }),
    height: fc.integer({ min: 1, max: 600 }),
  });
  fc.assert(
    fc.property(objects, view, rectangle, (given, seen, cut) => {
      const model = new GraphModel(storeOf(given), seen);
      const all = model.window(whole);
      const window = model.window(cut);
      const isPinned = ({ node }: PlacedNode): boolean => node.column === 'exposure';
      expect(window.nodes).toEqual(all.nodes.filter((node) => isPinned(node) || overlaps(node, cut)));
      const isOfLane = ({ edge }: PlacedEdge): boolean =>
        edge.kind === 'backend' || edge.kind === 'endpoints';
      expect(window.edges.filter(isOfLane)).toEqual(
        all.edges.filter((edge) => isOfLane(edge) && touchesSpan(edge, cut)),
      );
      expect(window.lanes).toEqual(
        all.lanes.filter(({ y, height }) => y < cut.y + cut.height && y + height > cut.y),
      );
    }),
  );
});

test('the table tells of every node, and of every path, port and default backend', () => {
  const targetsOf = ({ nodes }: GraphLane | GraphExposure): string[] =>
    nodes.flatMap(({ id, rows }) => [
      id,
      ...rows.flatMap((row) => (row.kind === 'fact' ? [] : [targetOf(id, row.id)])),
    ]);
  fc.assert(
    fc.property(objects, access, (given, known) => {
      const store = storeOf(given, known);
      const model = new GraphModel(store, plainView);
      const routes = model.routes();
      const told = new Set(routes.flatMap(({ targets }) => targets));
      const parts = [model.exposure(), ...store.listNamespaces().map((ns) => model.lane(ns))];
      for (const target of parts.flatMap(targetsOf)) expect(told).toContain(target);
      expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
    }),
  );
});

test('the place of every object lies in the picture', () => {
  fc.assert(
    fc.property(objects, view, (given, seen) => {
      const store = storeOf(given);
      const model = new GraphModel(store, { ...seen, classNames: undefined, namespaces: undefined });
      const { height } = model.window(whole);
      for (const key of keysOf(store)) {
        const found = model.placeOf(key);
        expect(found).toBeDefined();
        expect((found?.y ?? 0) + (found?.height ?? 0)).toBeLessThanOrEqual(height);
      }
    }),
  );
});

test('an empty cluster is an empty picture', () => {
  const model = new GraphModel(aCluster().build(), plainView);
  expect(model.window(whole)).toMatchObject({ lanes: [], edges: [], trunks: [] });
  expect(model.accounting()).toEqual({ drawn: 0, counted: 0, total: 0, namespaces: 0 });
});
