import type { GraphNode } from './graph.ts';

type Given = Pick<GraphNode, 'id' | 'kind' | 'column' | 'namespace' | 'name'> & Partial<GraphNode>;

/** A node with everything left out that it does not have. */
export const toGraphNode = (given: Given): GraphNode => ({
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
