import { aService, aSlice } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';

export const db = aService('shop/db').withPort(5432, { name: 'pg' });
export const slice = (name = 'db-1') => aSlice(`shop/${name}`).of('db').withEndpoint('192.0.2.7');

export const svc012Cases: readonly CheckCase[] = [
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
];
