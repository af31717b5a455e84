import { expect, test } from 'vitest';
import type { KindAccess } from './object-reader.ts';
import { ObjectStore } from './object-store.ts';
import { aNamespace, aNode, aPod, aService, aSlice } from './testing/index.ts';

const put = (object: { build(): ReturnType<ReturnType<typeof aPod>['build']> }) =>
  ({ op: 'put', object: object.build() }) as const;

test('what was put is found, and a later object takes the place of an earlier one of its name', () => {
  const store = new ObjectStore();
  const first = aPod('shop/a').build();
  const second = aPod('shop/a').notReady().build();
  expect(store.apply([{ op: 'put', object: first }])).toEqual([
    { key: 'Pod/shop/a', kind: 'Pod', before: undefined, after: first },
  ]);
  expect(store.apply([{ op: 'put', object: second }])[0]).toMatchObject({ before: first, after: second });
  expect(store.find('Pod', 'shop', 'a')).toBe(second);
  expect(store.count('Pod')).toBe(1);
});

test('a removal says what was there; of something unknown or no key it does nothing', () => {
  const store = new ObjectStore();
  store.apply([put(aPod('shop/a'))]);
  const { revision } = store;
  expect(
    store.apply([
      { op: 'remove', key: 'Pod/shop/b' },
      { op: 'remove', key: 'nonsense' },
    ]),
  ).toEqual([]);
  expect(store.revision).toBe(revision);
  expect(store.apply([{ op: 'remove', key: 'Pod/shop/a' }])[0]).toMatchObject({ after: undefined });
  expect(store.list('Pod')).toEqual([]);
  expect(store.count('Pod')).toBe(0);
});

test('the revision grows with every change and with access', () => {
  const store = new ObjectStore();
  store.apply([put(aPod('shop/a'))]);
  expect(store.revision).toBe(1);
  store.setAccess([]);
  expect(store.revision).toBe(2);
});

test('a list is shared until something in its namespace changes', () => {
  const store = new ObjectStore();
  store.apply([put(aPod('shop/a')), put(aPod('pay/a'))]);
  const before = store.list('Pod', 'shop');
  store.apply([put(aPod('pay/b'))]);
  expect(store.list('Pod', 'shop')).toBe(before);
  store.apply([put(aPod('shop/b'))]);
  expect(store.list('Pod', 'shop').map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
  expect(before).toHaveLength(1);
});

test('namespaces are those that exist and those that objects are in; cluster-scoped objects are in none', () => {
  const store = new ObjectStore();
  store.apply([
    { op: 'put', object: aNamespace('empty').build() },
    { op: 'put', object: aNode('worker-1').build() },
    put(aPod('constructor/a')),
    put(aPod('__proto__/a')),
  ]);
  expect(store.listNamespaces()).toEqual(['__proto__', 'constructor', 'empty']);
  store.apply([{ op: 'remove', key: 'Pod/constructor/a' }]);
  expect(store.listNamespaces()).toEqual(['__proto__', 'empty']);
});

test('a Pod that is relabelled is selected by its new labels only', () => {
  const store = new ObjectStore();
  store.apply([put(aPod('shop/a').labelled({ app: 'web' }))]);
  store.apply([put(aPod('shop/a').labelled({ app: 'api' }))]);
  expect(store.listPodsSelectedBy('shop', { app: 'web' })).toEqual([]);
  expect(store.listPodsSelectedBy('shop', { app: 'api' })).toHaveLength(1);
});

test('a label called __proto__ selects like any other', () => {
  const pairs = JSON.parse('{"__proto__": "x"}') as Record<string, string>;
  const store = new ObjectStore();
  const service = aService('shop/web').selecting(pairs).build();
  store.apply([put(aPod('shop/a').labelled(pairs)), put(aPod('shop/b')), { op: 'put', object: service }]);
  expect(store.listPodsSelectedBy('shop', pairs).map(({ metadata }) => metadata.name)).toEqual(['a']);
  expect(store.listServicesSelecting('shop', pairs)).toEqual([service]);
});

test('slices are found by their label in the namespace of the Service', () => {
  const store = new ObjectStore();
  const slice = aSlice('shop/web-1').of('web').build();
  store.apply([
    { op: 'put', object: slice },
    { op: 'put', object: aSlice('pay/web-1').of('web').build() },
    { op: 'put', object: aSlice('shop/web').build() },
  ]);
  expect(store.listSlicesOf('shop', 'web')).toEqual([slice]);
});

const access = (namespace: string | undefined, state: KindAccess['state']): KindAccess => ({
  kind: 'Pod',
  namespace,
  state,
});

test.each<[string, KindAccess[], boolean, boolean]>([
  ['nothing is asked for', [], false, false],
  ['the whole cluster is ready', [access(undefined, 'ready')], true, true],
  ['the whole cluster is loading', [access(undefined, 'loading')], false, false],
  ['the whole cluster is forbidden', [access(undefined, 'forbidden')], false, false],
  ['this namespace is ready', [access('shop', 'ready')], true, false],
  ['this namespace failed', [access('shop', 'failed')], false, false],
  ['another namespace is ready', [access('pay', 'ready')], false, false],
])('when %s: known in the namespace %s, everywhere %s', (_when, entries, inNamespace, everywhere) => {
  const store = new ObjectStore();
  store.setAccess(entries);
  expect(store.isKnown('Pod', 'shop')).toBe(inNamespace);
  expect(store.isKnown('Pod')).toBe(everywhere);
  expect(store.listAccess()).toEqual(entries);
});
