import { foldedNodeId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { Column, GraphNode } from './graph.ts';

/** The row that stands for the nodes of a column that "only problems" folds away: they are counted, not gone. */
export function buildFoldedNode(namespace: string, column: Column, nodes: readonly GraphNode[]): GraphNode {
  return toGraphNode({
    id: foldedNodeId(namespace, column),
    kind: 'folded-healthy',
    column,
    namespace,
    name: '',
    stands: nodes.flatMap(({ stands }) => stands),
    ruleCount: nodes.reduce((sum, { ruleCount }) => sum + ruleCount, 0),
    foldedCount: nodes.length,
  });
}
