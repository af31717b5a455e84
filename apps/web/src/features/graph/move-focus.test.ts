import type {
  GraphEdge,
  GraphNode,
  GraphRow,
  PlacedEdge,
  PlacedLane,
  PlacedNode,
} from '@fairlead/resource-graph';
import { expect, test } from 'vitest';
import {
  findInColumn,
  listAlongEdges,
  listFocusTargets,
  targetText,
  type FocusTarget,
} from './move-focus.ts';

const portRow = (portId: string): GraphRow => ({
  id: `port:${portId}`,
  kind: 'port',
  portId,
  name: portId,
  port: 80,
  protocol: 'TCP',
  target: '80',
  isTargetResolved: true,
  nodePort: undefined,
});

const placed = (
  id: string,
  column: GraphNode['column'],
  y: number,
  rows: readonly GraphRow[] = [],
): PlacedNode => ({
  x: 0,
  y,
  width: 200,
  height: 30 + rows.length * 24,
  node: {
    id,
    kind: 'service',
    column,
    namespace: 'shop',
    name: id,
    badge: undefined,
    ref: undefined,
    rows,
    ruleCount: 0,
    pods: [],
    isHeadless: false,
    className: '',
    stands: [],
  },
});

const edge = (fromNode: string, toNode: string, toRow?: string): PlacedEdge => {
  const found: GraphEdge = {
    id: `${fromNode}>${toNode}`,
    kind: 'backend',
    fromNode,
    fromRow: undefined,
    toNode,
    toRow,
    state: 'ok',
  };
  return { edge: found, x1: 0, y1: 0, x2: 0, y2: 0 };
};

const nodes = [
  placed('ingress', 'ingress', 0),
  placed('web', 'service', 0, [portRow('http'), portRow('metrics')]),
  placed('api', 'service', 100),
  placed('pods', 'pods', 0),
];
const edges = [edge('ingress', 'web', 'port:metrics'), edge('ingress', 'api'), edge('api', 'pods')];
const targets = listFocusTargets(nodes, [], false);

function find(text: string, among = targets): FocusTarget {
  const found = among.find((target) => targetText(target) === text);
  if (found === undefined) throw new Error(`${text} cannot have the focus`);
  return found;
}

const along = (from: string, side: 'left' | 'right', among = targets): readonly string[] =>
  listAlongEdges(find(from, among), side, { targets: among, edges }).map(targetText);

test.each([
  ['web', 'down', 'web#port:http'],
  ['web#port:metrics', 'down', 'api'],
  ['api', 'up', 'web#port:metrics'],
  ['web', 'up', undefined],
  ['api', 'first', 'web'],
  ['web', 'last', 'api'],
] as const)('from %s the key %s leads to %s', (from, direction, to) => {
  const next = findInColumn(find(from), direction, targets);
  expect(next === undefined ? undefined : targetText(next)).toBe(to);
});

test('the only edge of a side leads to its other end, and no edge nowhere', () => {
  expect(along('api', 'right')).toEqual(['pods']);
  expect(along('pods', 'left')).toEqual(['api']);
  expect(along('pods', 'right')).toEqual([]);
  expect(along('web#port:http', 'left')).toEqual([]);
});

test('of several edges all ends are told, from top to bottom and each once', () => {
  expect(along('ingress', 'right')).toEqual(['web#port:metrics', 'api']);
  const twice = [...edges, edge('ingress', 'api')];
  const ends = listAlongEdges(find('ingress'), 'right', { targets, edges: twice });
  expect(ends.map(targetText)).toEqual(['web#port:metrics', 'api']);
});

test('where rows are not drawn the edge of a row leads to its node', () => {
  expect(along('ingress', 'right', listFocusTargets(nodes, [], true))).toEqual(['web', 'api']);
});

test('an end outside the window is told with its place in the picture', () => {
  const far = { ...edge('ingress', 'far', 'port:http'), y2: 5_000 };
  expect(listAlongEdges(find('ingress'), 'right', { targets, edges: [far] })).toEqual([
    { nodeId: 'far', rowId: 'port:http', column: 'service', y: 5_000 },
  ]);
});

test('compact nodes have no rows to go through', () => {
  expect(listFocusTargets(nodes, [], true).map(targetText)).toEqual(['ingress', 'web', 'pods', 'api']);
});

test('heads of lanes are on the way up and down the Ingress column', () => {
  const lane = (namespace: string, y: number): PlacedLane => ({
    namespace,
    y,
    height: 200,
    isFolded: false,
    counts: { ingresses: 1, services: 1, pods: 1, workloads: 1 },
    shownIngresses: 1,
  });
  const column = listFocusTargets(
    [placed('a', 'ingress', 30), placed('web', 'service', 30), placed('b', 'ingress', 230)],
    [lane('one', 0), lane('two', 200)],
    false,
  ).filter(({ column: of }) => of === 'ingress');
  expect(column.map(targetText)).toEqual(['lane:one', 'a', 'lane:two', 'b']);
});
