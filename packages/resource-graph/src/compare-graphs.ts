import { targetOf } from './graph-ids.ts';
import type { GraphEdge, GraphNode, GraphRow } from './graph.ts';

/** What became of a part of the picture. */
export type PartChange = 'added' | 'changed' | 'removed';

/** A row that is not what it was. `before` is how it was; absent for an added one. */
export interface RowDifference {
  readonly change: PartChange;
  readonly before: GraphRow | undefined;
}

/** How one picture of the same lane, or of the Exposure column, differs from another. */
export interface GraphDifference {
  readonly nodesAdded: readonly GraphNode[];
  readonly nodesRemoved: readonly GraphNode[];
  /** Nodes that say something else; as they are now. */
  readonly nodesChanged: readonly GraphNode[];
  /** By target (`nodeId#rowId`), of nodes that are in both. */
  readonly rows: ReadonlyMap<string, RowDifference>;
  /** An edge that leads elsewhere now is removed and added. */
  readonly edgesAdded: readonly GraphEdge[];
  readonly edgesRemoved: readonly GraphEdge[];
}

export interface GraphPart {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

const noChanges: GraphDifference = {
  nodesAdded: [],
  nodesRemoved: [],
  nodesChanged: [],
  rows: new Map(),
  edgesAdded: [],
  edgesRemoved: [],
};

/** An edge by where it begins and ends: that of a rule keeps its id when the rule leads elsewhere. */
export const edgeText = ({ id, toNode, toRow }: GraphEdge): string => `${id}>${targetOf(toNode, toRow)}`;

/** Slices stand behind Services under names of their own that say nothing. */
function contentOf(node: GraphNode): string {
  const { stands: _stands, ...content } = node;
  return JSON.stringify(content);
}

function compareRows(before: GraphNode, after: GraphNode): readonly (readonly [string, RowDifference])[] {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const current = new Set(after.rows.map(({ id }) => id));
  const found: (readonly [string, RowDifference])[] = [];
  const note = (row: GraphRow, change: PartChange, former: GraphRow | undefined): void => {
    found.push([targetOf(after.id, row.id), { change, before: former }]);
  };
  for (const row of after.rows) {
    const former = known.get(row.id);
    if (former === undefined) note(row, 'added', undefined);
    else if (JSON.stringify(former) !== JSON.stringify(row)) note(row, 'changed', former);
  }
  for (const row of before.rows) if (!current.has(row.id)) note(row, 'removed', row);
  return found;
}

/** What is different in `after`. The order in which nodes and edges come means nothing. */
export function compareGraphs(before: GraphPart, after: GraphPart): GraphDifference {
  if (before === after) return noChanges;
  const known = new Map(before.nodes.map((node) => [node.id, node]));
  const current = new Set(after.nodes.map(({ id }) => id));
  const nodesChanged = after.nodes.filter((node) => {
    const former = known.get(node.id);
    return former !== undefined && contentOf(former) !== contentOf(node);
  });
  const oldEdges = new Set(before.edges.map(edgeText));
  const newEdges = new Set(after.edges.map(edgeText));
  return {
    nodesAdded: after.nodes.filter(({ id }) => !known.has(id)),
    nodesRemoved: before.nodes.filter(({ id }) => !current.has(id)),
    nodesChanged,
    rows: new Map(
      nodesChanged.flatMap((node) => {
        const former = known.get(node.id);
        return former === undefined ? [] : compareRows(former, node);
      }),
    ),
    edgesAdded: after.edges.filter((edge) => !oldEdges.has(edgeText(edge))),
    edgesRemoved: before.edges.filter((edge) => !newEdges.has(edgeText(edge))),
  };
}
