import type { GraphNode, GraphPod, GraphRow } from '@fairlead/resource-graph';
import { expect, test } from 'vitest';
import { findToggle } from './find-toggle.ts';

const pod: GraphPod = {
  ref: undefined,
  tail: '1',
  state: 'ready',
  address: undefined,
  nodeName: undefined,
  zone: undefined,
  reason: undefined,
};
const more: GraphRow = { id: 'more', kind: 'more', count: 4 };

const node = (id: string, kind: GraphNode['kind'], given: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind,
  column: 'service',
  namespace: 'shop',
  name: id,
  badge: undefined,
  ref: undefined,
  rows: [],
  ruleCount: 0,
  pods: [],
  isHeadless: false,
  className: '',
  stands: [],
  ...given,
});

const nodes = [
  node('Service/shop/web', 'service'),
  node('Deployment/shop/web', 'workload', { pods: [pod] }),
  node('Deployment/shop/none', 'workload'),
  node('Ingress/shop/long', 'ingress', { rows: [more] }),
  node('Ingress/shop/open', 'ingress'),
  node('Ingress/shop/short', 'ingress'),
];
const isExpanded = (id: string): boolean => id === 'Ingress/shop/open';

test.each([
  ['Deployment/shop/web', 'Deployment/shop/web'],
  ['Deployment/shop/web#pod:web-1', 'Deployment/shop/web'],
  ['Ingress/shop/long#more', 'Ingress/shop/long'],
  ['Ingress/shop/open', 'Ingress/shop/open'],
])('Space at %s opens or closes %s', (target, nodeId) => {
  expect(findToggle(target, nodes, { isCompact: false, isExpanded })).toEqual({ kind: 'node', nodeId });
});

test.each([
  'Service/shop/web',
  'Deployment/shop/none',
  'Ingress/shop/short',
  'Deployment/shop/web-2',
  'Deployment/shop/gone',
])('Space at %s does nothing', (target) => {
  expect(findToggle(target, nodes, { isCompact: false, isExpanded })).toBeUndefined();
});

test('compact nodes have nothing to open, lanes fold at every level', () => {
  const compact = { isCompact: true, isExpanded };
  expect(findToggle('Deployment/shop/web', nodes, compact)).toBeUndefined();
  expect(findToggle('lane:shop', nodes, compact)).toEqual({ kind: 'lane', namespace: 'shop' });
});
