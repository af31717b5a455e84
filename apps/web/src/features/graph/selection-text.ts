import { parseObjectKey } from '@fairlead/kube-objects';
import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { printSelection, selectionOf, type Selection } from '../../url-state/selection.ts';

/** What a row of a node adds to the selection of the node; `undefined`: the row cannot be selected by itself. */
function rowOf(row: GraphRow): readonly string[] | undefined {
  switch (row.kind) {
    case 'host':
      return [row.host];
    case 'path':
      return [row.host, row.path];
    case 'port':
      return [row.portId];
    default:
      return undefined;
  }
}

/** What selecting a node, or a row of it, puts into the address. */
export function selectionAt(node: Pick<GraphNode, 'id'>, row?: GraphRow): Selection {
  if (row?.kind === 'pod' && row.pod.ref !== undefined) return selectionOf(row.pod.ref);
  return { id: node.id, ref: parseObjectKey(node.id), row: (row && rowOf(row)) ?? [] };
}

/** The row of a node that a selection names, if it names one. Equal rows: the first. */
export function findSelectedRow(node: GraphNode, selection: Selection): GraphRow | undefined {
  if (selection.id !== node.id || selection.row.length === 0) return undefined;
  const text = printSelection(selection);
  return node.rows.find((row) => printSelection(selectionAt(node, row)) === text);
}
