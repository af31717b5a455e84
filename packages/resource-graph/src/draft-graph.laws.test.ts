import {
  keyOf,
  kinds,
  ObjectStore,
  OverlaidReader,
  type KindAccess,
  type ObjectChange,
  type TrimmedObject,
} from '@fairlead/kube-objects';
import { anIngress, anIngressClass, aPod, aService, aSlice } from '@fairlead/kube-objects/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareGraphs, edgeText } from './compare-graphs.ts';
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

const everything: readonly KindAccess[] = kinds.map((kind) => ({
  kind,
  namespace: undefined,
  state: 'ready',
}));

const name = fc.constantFrom('a', 'b', '__proto__');
const place = fc.tuple(fc.constantFrom('shop', 'pay'), name).map(([ns, text]) => `${ns}/${text}`);
const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'), { maxKeys: 2 });

const service = fc
  .tuple(place, labels, fc.subarray(['http', 'grpc'], { minLength: 1 }), fc.constantFrom(80, 8080, 'http'))
  .map(([at, selector, ports, targetPort]) =>
    ports
      .reduce(
        (built, port, index) => built.withPort(80 + index, { name: port, targetPort }),
        aService(at).selecting(selector),
      )
      .build(),
  );
const ingress = fc
  .tuple(
    place,
    fc.constantFrom('nginx', 'ngnix'),
    fc.uniqueArray(fc.tuple(fc.constantFrom('/', '/p', '/q'), name), { selector: ([path]) => path }),
  )
  .map(([at, className, paths]) =>
    paths
      .reduce(
        (built, [path, to]) => built.withPath('x.example.com', path, 'Prefix', to, 'http'),
        anIngress(at).withClass(className),
      )
      .build(),
  );
const others = fc.oneof(
  fc.tuple(place, labels).map(([at, its]) => aPod(at).labelled(its).withContainerPort('http', 8080).build()),
  fc.tuple(place, name).map(([at, of]) => aSlice(at).of(of).withPort(8080, { name: 'http' }).build()),
  fc.constant(anIngressClass('nginx').build()),
);

const changeOf = (object: fc.Arbitrary<TrimmedObject>): fc.Arbitrary<ObjectChange> =>
  fc.oneof(
    { weight: 3, arbitrary: object.map((each) => ({ op: 'put' as const, object: each })) },
    { weight: 1, arbitrary: object.map((each) => ({ op: 'remove' as const, key: keyOf(each) })) },
  );
const distinct = (change: fc.Arbitrary<ObjectChange>): fc.Arbitrary<readonly ObjectChange[]> =>
  fc.uniqueArray(change, {
    maxLength: 4,
    selector: (each) => (each.op === 'put' ? keyOf(each.object) : each.key),
  });

const live = distinct(changeOf(fc.oneof(service, ingress, others)));
const draft = distinct(changeOf(fc.oneof(service, ingress)));
const start = fc.array(fc.oneof(service, ingress, others), { maxLength: 20 });

function storeOf(objects: readonly TrimmedObject[]): ObjectStore {
  const store = new ObjectStore();
  store.setAccess(everything);
  store.apply(objects.map((object) => ({ op: 'put', object })));
  return store;
}

/** Nodes and edges of the cluster with the draft, as one that applied it has them. */
function expectLikeApplied(graph: DraftGraph, reader: OverlaidReader, store: ObjectStore): void {
  const applied = storeOf(kinds.flatMap((kind): readonly TrimmedObject[] => reader.list(kind)));
  const after = new GraphModel(applied, view);
  const before = new GraphModel(store, view);
  const differences = graph.differences(reader);
  const gone = new Set(differences.flatMap(({ nodesRemoved }) => nodesRemoved.map(({ id }) => id)));
  for (const namespace of reader.listNamespaces()) {
    const lane = graph.model.lane(namespace);
    const wanted = after.lane(namespace);
    const left = lane.nodes.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
    expect(left.toSorted()).toEqual(wanted.nodes.map(({ id }) => id).toSorted());
    const edges = lane.edges.filter(({ id }) => !id.startsWith('removed:'));
    expect(edges.map(edgeText).toSorted()).toEqual(wanted.edges.map(edgeText).toSorted());
    const difference = compareGraphs(before.lane(namespace), wanted);
    for (const [target, row] of difference.rows)
      expect(differences.some(({ rows }) => JSON.stringify(rows.get(target)) === JSON.stringify(row))).toBe(
        true,
      );
  }
}

test('the picture of a draft is that of a cluster that applied it, and of nothing else', () => {
  fc.assert(
    fc.property(start, fc.array(fc.tuple(draft, live), { minLength: 1, maxLength: 5 }), (objects, steps) => {
      const store = storeOf(objects);
      const graph = new GraphModel(store, view);
      const drafted = new DraftGraph(graph, store, view);
      for (const [changes, moved] of steps) {
        const token = {};
        for (const liveChanges of [[], moved]) {
          graph.update(store.apply(liveChanges), store);
          const reader = new OverlaidReader(store, changes);
          drafted.show(token, { live: store, reader, applied: reader.applied });
          expectLikeApplied(drafted, reader, store);
          const { drawn, counted, total } = drafted.model.accounting();
          expect(drawn + counted).toBe(total);
        }
      }
    }),
    { numRuns: 60 },
  );
});
