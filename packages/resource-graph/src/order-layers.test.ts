import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCrossings } from './crossing-counter.ts';
import type { LayeredGraph, LayerEdges } from './layered-graph.ts';
import { orderLayers } from './order-layers.ts';

type Edge = readonly [upper: number, upperRow: number, lower: number, lowerRow: number];

const edgesOf = (edges: readonly Edge[]): LayerEdges => ({
  upper: Int32Array.from(edges, ([upper]) => upper),
  upperRow: Int32Array.from(edges, ([, row]) => row),
  lower: Int32Array.from(edges, ([, , lower]) => lower),
  lowerRow: Int32Array.from(edges, ([, , , row]) => row),
});

const layer = (rowCounts: readonly number[], groups: readonly number[] = rowCounts.map(() => 0)) => ({
  rowCounts: Int32Array.from(rowCounts),
  groups: Uint8Array.from(groups),
});

test('nodes below follow the rows of one node above', () => {
  const graph: LayeredGraph = {
    layers: [layer([3]), layer([0, 0, 0])],
    edges: [
      edgesOf([
        [0, 1, 2, 0],
        [0, 2, 0, 0],
        [0, 3, 1, 0],
      ]),
    ],
  };
  expect(orderLayers(graph).map((order) => [...order])).toEqual([[0], [2, 0, 1]]);
});

test('the upper layer keeps its order where that costs no crossing, and leaves it where it does', () => {
  const parallel = edgesOf([
    [0, 0, 1, 0],
    [1, 0, 0, 0],
  ]);
  const layers = [layer([0, 0]), layer([0, 0])];
  expect(orderLayers({ layers, edges: [parallel] }).map((order) => [...order])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  const grouped = [layer([0, 0]), layer([0, 0], [0, 1])];
  expect(orderLayers({ layers: grouped, edges: [parallel] }).map((order) => [...order])).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('groups stay together whatever their edges', () => {
  const graph: LayeredGraph = {
    layers: [layer([0, 0]), layer([0, 0, 0], [1, 0, 0])],
    edges: [
      edgesOf([
        [0, 0, 0, 0],
        [1, 0, 1, 0],
      ]),
    ],
  };
  expect([...(orderLayers(graph)[1] ?? [])]).toEqual([1, 2, 0]);
});

test('edges that share a row do not cross', () => {
  const graph: LayeredGraph = {
    layers: [layer([1]), layer([0, 0])],
    edges: [
      edgesOf([
        [0, 1, 1, 0],
        [0, 1, 0, 0],
      ]),
    ],
  };
  expect(countCrossings(graph, [Int32Array.of(0), Int32Array.of(0, 1)])).toBe(0);
});

const random = fc
  .record({
    upper: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }),
    lower: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }),
  })
  .chain(({ upper, lower }) => {
    const end = (rows: readonly number[]) =>
      fc
        .nat({ max: rows.length - 1 })
        .chain((node) => fc.tuple(fc.constant(node), fc.nat({ max: rows[node] ?? 0 })));
    const edge = fc.tuple(end(upper), end(lower)).map(([from, to]): Edge => [...from, ...to]);
    return fc.record({
      upper: fc.constant(upper),
      lower: fc.constant(lower),
      edges: fc.array(edge, { maxLength: 15 }),
    });
  });

test('crossings are those that a look at every pair of edges finds', () => {
  fc.assert(
    fc.property(random, ({ upper, lower, edges }) => {
      const graph = { layers: [layer(upper), layer(lower)], edges: [edgesOf(edges)] };
      const natural = [upper, lower].map((rows) => Int32Array.from(rows.keys()));
      const place = (rows: readonly number[], node: number, row: number): number =>
        rows.slice(0, node).reduce((sum, count) => sum + count + 1, 0) + row;
      const ends = edges.map(([u, ur, l, lr]) => [place(upper, u, ur), place(lower, l, lr)] as const);
      let crossings = 0;
      ends.forEach(([u, l], at) => {
        for (const [otherU, otherL] of ends.slice(at + 1))
          if ((u - otherU) * (l - otherL) < 0) crossings += 1;
      });
      expect(countCrossings(graph, natural)).toBe(crossings);
    }),
  );
});

test('the order found crosses no more than the order given, and names every node once', () => {
  fc.assert(
    fc.property(random, ({ upper, lower, edges }) => {
      const graph = { layers: [layer(upper), layer(lower)], edges: [edgesOf(edges)] };
      const orders = orderLayers(graph);
      expect(orders.map((order) => [...order].toSorted((a, b) => a - b))).toEqual(
        [upper, lower].map((rows) => [...rows.keys()]),
      );
      const natural = [upper, lower].map((rows) => Int32Array.from(rows.keys()));
      expect(countCrossings(graph, orders)).toBeLessThanOrEqual(countCrossings(graph, natural));
    }),
  );
});
