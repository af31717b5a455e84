import type {
  GraphEdge,
  GraphNode,
  GraphRow,
  PlacedEdge,
  PlacedLane,
  PlacedNode,
} from '@fairlead/resource-graph';
import { expect, test } from 'vitest';
import { findNextTarget, listFocusTargets, targetText, type FocusDirection } from './move-focus.ts';

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
    badge: '',
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

function press(from: string, direction: FocusDirection): string | undefined {
  const start = targets.find((target) => targetText(target) === from);
  if (start === undefined) throw new Error(`${from} cannot have the focus`);
  const next = findNextTarget(start, direction, { targets, edges });
  return next === undefined ? undefined : targetText(next);
}

test.each([
  ['web', 'down', 'web#port:http'],
  ['web#port:metrics', 'down', 'api'],
  ['api', 'up', 'web#port:metrics'],
  ['web', 'up', undefined],
  ['api', 'first', 'web'],
  ['web', 'last', 'api'],
  ['api', 'right', 'pods'],
  ['pods', 'left', 'api'],
  ['pods', 'right', undefined],
] as const)('from %s the key %s leads to %s', (from, direction, to) => {
  expect(press(from, direction)).toBe(to);
});

test('of several edges to the right the nearest end is taken', () => {
  expect(press('ingress', 'right')).toBe('web#port:metrics');
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
