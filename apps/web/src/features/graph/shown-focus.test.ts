import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { expect, test } from 'vitest';
import { aShop } from '../../workers/testing/shop.ts';
import { isEdgeDimmed, isLaneDimmed, isNodeDimmed, isRowDimmed, toShownFocus } from './shown-focus.ts';

const findNode = (id: string): GraphNode => {
  const node = aShop()
    .graph.lane('shop')
    .nodes.find((candidate) => candidate.id === id);
  if (node === undefined) throw new Error(`${id} is not in the shop`);
  return node;
};

const ingress = findNode('Ingress/shop/shop');
const findRow = (test: (row: GraphRow) => boolean): GraphRow => {
  const row = ingress.rows.find(test);
  if (row === undefined) throw new Error('no such row');
  return row;
};
const root = findRow((row) => row.kind === 'path' && row.path === '/');
const api = findRow((row) => row.kind === 'path' && row.path === '/api');
const host = findRow(({ kind }) => kind === 'host');

const onWeb = toShownFocus({
  node: findNode('Service/shop/web'),
  targets: ['Service/shop/web', `Ingress/shop/shop#${root.id}`],
  edges: ['connected'],
});

test('without a focus nothing steps back', () => {
  expect(isNodeDimmed(undefined, 'Service/shop/api')).toBe(false);
  expect(isEdgeDimmed(undefined, 'other')).toBe(false);
  expect(isLaneDimmed(undefined, 'sec')).toBe(false);
  expect(isRowDimmed(undefined, ingress, api)).toBe(false);
});

test('nodes, edges and lanes that are not connected step back', () => {
  expect(
    ['Service/shop/web', 'Ingress/shop/shop', 'Service/shop/api'].map((id) => isNodeDimmed(onWeb, id)),
  ).toEqual([false, false, true]);
  expect(['connected', 'other'].map((id) => isEdgeDimmed(onWeb, id))).toEqual([false, true]);
  expect(['shop', 'sec'].map((namespace) => isLaneDimmed(onWeb, namespace))).toEqual([false, true]);
});

test('of a node that is connected by one path the other paths step back, and a host without any of them', () => {
  expect(isRowDimmed(onWeb, ingress, root)).toBe(false);
  expect(isRowDimmed(onWeb, ingress, api)).toBe(true);
  expect(isRowDimmed(onWeb, ingress, host)).toBe(false);
  const onNoPath = toShownFocus({ node: ingress, targets: ['Ingress/shop/shop#default-backend'], edges: [] });
  expect(isRowDimmed(onNoPath, ingress, host)).toBe(true);
});

test('rows do not step back twice: not in a node that does, nor in one that is connected as a whole', () => {
  const web = findNode('Service/shop/web');
  const [port] = web.rows;
  expect(port && isRowDimmed(onWeb, web, port)).toBe(false);
  const elsewhere = toShownFocus({ node: web, targets: ['Service/shop/api'], edges: [] });
  expect(isRowDimmed(elsewhere, ingress, api)).toBe(false);
});
