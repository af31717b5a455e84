import { edgeText, type GraphDifference, type GraphPart } from './compare-graphs.ts';
import { targetOf } from './graph-ids.ts';
import type { GraphEdge, GraphExposure, GraphLane, GraphNode, GraphRow } from './graph.ts';
import { indexLane } from './lane-index.ts';
import { sortNodes } from './sort-nodes.ts';

/** The id of an edge that is no more, beside one that may have its former id. */
export const removedEdgeId = (edge: GraphEdge): string => `removed:${edgeText(edge)}`;

/** Rows that are no more stand where they stood: after the row that was above them. */
function mergeRows(before: GraphNode, after: GraphNode, { rows }: GraphDifference): readonly GraphRow[] {
  const merged = [...after.rows];
  let above = -1;
  for (const row of before.rows) {
    if (rows.get(targetOf(after.id, row.id))?.change === 'removed') {
      merged.splice(above + 1, 0, row);
      above += 1;
    } else above = merged.findIndex(({ id }) => id === row.id);
  }
  return merged;
}

function mergeParts(before: GraphPart, after: GraphPart, difference: GraphDifference): GraphPart {
  const known = new Map(before.nodes.map((node) => [node.id, node]));
  const changed = new Set(difference.nodesChanged);
  const nodes = after.nodes.map((node) => {
    const former = changed.has(node) ? known.get(node.id) : undefined;
    return former === undefined ? node : { ...node, rows: mergeRows(former, node, difference) };
  });
  return {
    // What is no more stands for nothing: the objects are counted without it.
    nodes: [...nodes, ...difference.nodesRemoved.map((node) => ({ ...node, stands: [] }))],
    edges: [...after.edges, ...difference.edgesRemoved.map((edge) => ({ ...edge, id: removedEdgeId(edge) }))],
  };
}

/** A lane as it is after some changes, in which what they took away still stands in its place. */
export function mergeLanes(before: GraphLane, after: GraphLane, difference: GraphDifference): GraphLane {
  const { nodes, edges } = mergeParts(before, after, difference);
  return { ...after, edges, ...sortNodes(nodes, indexLane(nodes, edges)) };
}

/** The same for the Exposure column. */
export const mergeExposures = (
  before: GraphExposure,
  after: GraphExposure,
  difference: GraphDifference,
): GraphExposure => mergeParts(before, after, difference);
