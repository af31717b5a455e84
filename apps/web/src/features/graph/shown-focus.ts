import {
  namespaceOfNodeId,
  splitTarget,
  targetOf,
  type GraphNode,
  type GraphRow,
} from '@fairlead/resource-graph';
import { createContext, use } from 'react';
import type { FocusAnswer } from '../../workers/questions.ts';

/** What stays as it is while the picture is focused on something; everything else steps back. */
export interface ShownFocus {
  /** `nodeId`: all of the node; `nodeId#rowId`: of the node this row. */
  readonly targets: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** `targets` and `edges` as a {@link FocusAnswer} names them. */
export function buildShownFocus(targets: readonly string[], edges: readonly string[]): ShownFocus {
  const nodes = new Set(targets.map((target) => splitTarget(target).nodeId));
  return {
    targets: new Set(targets),
    nodes,
    namespaces: new Set([...nodes].flatMap((id) => namespaceOfNodeId(id) ?? [])),
    edges: new Set(edges),
  };
}

export const toShownFocus = ({ targets, edges }: FocusAnswer): ShownFocus => buildShownFocus(targets, edges);

export const isNodeDimmed = (focus: ShownFocus | undefined, nodeId: string): boolean =>
  focus !== undefined && !focus.nodes.has(nodeId);

export const isEdgeDimmed = (focus: ShownFocus | undefined, edgeId: string): boolean =>
  focus !== undefined && !focus.edges.has(edgeId);

/** Whether nothing that is connected lies in the namespace. */
export const isLaneDimmed = (focus: ShownFocus | undefined, namespace: string): boolean =>
  focus !== undefined && !focus.namespaces.has(namespace);

/** A row of a node that is connected by other rows only. Pods and words belong to their node as a whole. */
export function isRowDimmed(focus: ShownFocus | undefined, node: GraphNode, row: GraphRow): boolean {
  if (focus === undefined || focus.targets.has(node.id) || isNodeDimmed(focus, node.id)) return false;
  const isConnected = ({ id }: GraphRow): boolean => focus.targets.has(targetOf(node.id, id));
  switch (row.kind) {
    case 'path':
    case 'default-backend':
    case 'port':
      return !isConnected(row);
    case 'host':
      return !node.rows.some(
        (other) =>
          (other === row || (other.kind === 'path' && other.host === row.host)) && isConnected(other),
      );
    default:
      return false;
  }
}

/** For rows, which are drawn deep within nodes that are seldom drawn again. */
export const ShownFocusContext = createContext<ShownFocus | undefined>(undefined);

export const useShownFocus = (): ShownFocus | undefined => use(ShownFocusContext);
