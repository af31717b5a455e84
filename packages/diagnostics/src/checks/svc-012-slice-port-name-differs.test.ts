import { aCluster, aService, aSlice } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout, findingsIn } from '../testing/diagnose-objects.ts';

const db = aService('shop/db').withPort(5432, { name: 'pg' });
const slice = (name = 'db-1') => aSlice(`shop/${name}`).of('db').withEndpoint('192.0.2.7');

test.each([
  ['another name', [db, slice().withPort(5432, { name: 'sql' })], 1],
  ['an unnamed slice port', [db, slice().withPort(5432)], 1],
  ['a slice without ports', [db, slice()], 1],
  ['the same name', [db, slice().withPort(15432, { name: 'pg' })], 0],
  ['both unnamed', [aService('shop/db').withPort(5432), slice().withPort(5432)], 0],
  [
    'a Service port without name, a slice port with one',
    [aService('shop/db').withPort(5432), slice().withPort(5432, { name: 'pg' })],
    1,
  ],
  ['another slice has the name', [db, slice('a').withPort(1), slice('b').withPort(5432, { name: 'pg' })], 0],
  ['one of two ports pairs', [db.withPort(80, { name: 'web' }), slice().withPort(5432, { name: 'pg' })], 1],
  ['no slices', [db], 0],
  ['a slice of another Service', [db, aSlice('shop/x').of('other').withPort(5432)], 0],
  ['a selector: the slices are the cluster’s own', [db.selecting({ app: 'db' }), slice().withPort(5432)], 0],
])('%s', (_, objects, count) => {
  expect(findingsAbout('SVC-012', ...objects)).toHaveLength(count);
});

test('one port on each side: the fix renames the slice’s', () => {
  const [finding] = findingsAbout('SVC-012', db, slice().withPort(5432, { name: 'sql' }));
  expect(finding?.fixes[0]?.change).toEqual({
    ref: { kind: 'EndpointSlice', namespace: 'shop', name: 'db-1' },
    field: 'ports[].name',
    from: 'sql',
    to: 'pg',
  });
  expect(finding?.related).toEqual([{ kind: 'EndpointSlice', namespace: 'shop', name: 'db-1' }]);
});

test('nothing is said while slices cannot be read', () => {
  const store = aCluster().with(db).withoutAccessTo('EndpointSlice').build();
  expect(findingsIn(store, 'SVC-012')).toEqual([]);
});
