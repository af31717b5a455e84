import { aCluster } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout, findingsIn } from '../testing/diagnose-objects.ts';
import { db, slice, svc012Cases } from '../testing/cases/svc-012.ts';

test.each(svc012Cases)('%s', (_, objects, count) => {
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
