import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from './compare-text.ts';
import { isSelectedByPairs, labelValue } from './label-selector.ts';
import { keyOf } from './object-ref.ts';
import type { ObjectReader } from './object-reader.ts';
import { ObjectStore, serviceNameLabel, type ObjectChange } from './object-store.ts';
import { OverlaidReader } from './overlaid-reader.ts';
import type { TrimmedObject } from './objects/cluster-object.ts';
import { aNode, aPod, aService, aSlice } from './testing/index.ts';

const namespace = fc.constantFrom('shop', 'pay', '__proto__');
const name = fc.constantFrom('a', 'b', 'c', 'constructor');
const labels = fc.dictionary(
  fc.constantFrom('app', 'tier', '__proto__', 'x\ny'),
  fc.constantFrom('web', 'api', ''),
  {
    maxKeys: 3,
  },
);

const object: fc.Arbitrary<TrimmedObject> = fc.oneof(
  fc.tuple(namespace, name, labels).map(([ns, text, pairs]) => aPod(`${ns}/${text}`).labelled(pairs).build()),
  fc
    .tuple(namespace, name, labels)
    .map(([ns, text, pairs]) => aService(`${ns}/${text}`).selecting(pairs).build()),
  fc.tuple(namespace, name, name).map(([ns, text, owner]) => aSlice(`${ns}/${text}`).of(owner).build()),
  name.map((text) => aNode(text).build()),
);

const change: fc.Arbitrary<ObjectChange> = fc.oneof(
  { weight: 3, arbitrary: object.map((each) => ({ op: 'put' as const, object: each })) },
  { weight: 1, arbitrary: object.map((each) => ({ op: 'remove' as const, key: keyOf(each) })) },
);

const readKinds = ['Node', 'Pod', 'Service', 'EndpointSlice'] as const;
const namespaces = ['shop', 'pay', '__proto__'] as const;

/** Everything that can be read of a store, as plain data. */
function readAll(store: ObjectReader): unknown {
  return {
    lists: readKinds.map((kind) => store.list(kind)),
    counts: readKinds.map((kind) => store.count(kind)),
    grouped: readKinds.map((kind) => namespaces.map((ns) => store.list(kind, ns))),
    namespaces: store.listNamespaces(),
    slices: namespaces.map((ns) =>
      ['a', 'b', 'c', 'constructor'].map((owner) => store.listSlicesOf(ns, owner)),
    ),
    selected: store
      .list('Service')
      .map((service) => store.listPodsSelectedBy(service.metadata.namespace ?? '', service.spec.selector)),
    selecting: store
      .list('Pod')
      .map((pod) => store.listServicesSelecting(pod.metadata.namespace ?? '', pod.metadata.labels)),
  };
}

const storeOf = (objects: readonly TrimmedObject[]): ObjectStore => {
  const store = new ObjectStore();
  store.apply(objects.map((each) => ({ op: 'put', object: each })));
  return store;
};

test('a store after any changes reads like one built at once of what is left', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
      const store = new ObjectStore();
      const left = new Map<string, TrimmedObject>();
      for (const batch of batches) {
        store.apply(batch);
        readAll(store);
        for (const each of batch)
          if (each.op === 'put') left.set(keyOf(each.object), each.object);
          else left.delete(each.key);
      }
      expect(readAll(store)).toEqual(readAll(storeOf([...left.values()])));
    }),
  );
});

test('the order in which objects arrive changes nothing that is read', () => {
  const distinct = fc.uniqueArray(object, { selector: keyOf, maxLength: 20 });
  const shuffled = distinct.chain((objects) =>
    fc.tuple(fc.constant(objects), fc.shuffledSubarray(objects, { minLength: objects.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(readAll(storeOf(one))).toEqual(readAll(storeOf(other)));
    }),
  );
});

test('the indexes find what looking at every object finds', () => {
  const byPlace = (a: TrimmedObject, b: TrimmedObject) => compareText(a.metadata.name, b.metadata.name);
  fc.assert(
    fc.property(fc.array(object, { maxLength: 25 }), namespace, labels, name, (objects, ns, pairs, owner) => {
      const store = storeOf(objects);
      const [pods, services, slices] = [
        store.list('Pod'),
        store.list('Service'),
        store.list('EndpointSlice'),
      ];
      const here = <T extends TrimmedObject>(list: readonly T[]): T[] =>
        list.filter(({ metadata }) => metadata.namespace === ns).toSorted(byPlace);
      expect(store.listPodsSelectedBy(ns, pairs)).toEqual(
        here(pods).filter((pod) => isSelectedByPairs(pod.metadata.labels, pairs)),
      );
      expect(store.listServicesSelecting(ns, pairs)).toEqual(
        here(services).filter((service) => isSelectedByPairs(pairs, service.spec.selector)),
      );
      expect(store.listSlicesOf(ns, owner)).toEqual(
        here(slices).filter((slice) => labelValue(slice.metadata.labels, serviceNameLabel) === owner),
      );
    }),
  );
});

test('a reader with changes laid over it reads like a store that applied them, and leaves the one below alone', () => {
  fc.assert(
    fc.property(
      fc.array(object, { maxLength: 15 }),
      fc.uniqueArray(change, {
        maxLength: 5,
        selector: (each) => (each.op === 'put' ? keyOf(each.object) : each.key),
      }),
      (objects, changes) => {
        const below = storeOf(objects);
        const untouched = JSON.stringify(readAll(below));
        const overlaid = new OverlaidReader(below, changes);
        const store = storeOf(objects);
        const applied = store.apply(changes);
        expect(readAll(overlaid)).toEqual(readAll(store));
        expect(overlaid.applied).toEqual(applied);
        expect(JSON.stringify(readAll(below))).toBe(untouched);
      },
    ),
  );
});
