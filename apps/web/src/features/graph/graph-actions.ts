import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { createContext, use } from 'react';

/** What nodes of the picture can do. The same object at every render, so that nodes need not be drawn again. */
export interface GraphActions {
  readonly select: (node: GraphNode, row?: GraphRow) => void;
  /** Shows only what is connected with a node or row; with everything again when there is a focus already. */
  readonly toggleFocus: (node: GraphNode, row?: GraphRow) => void;
  /** Asks where a node or row is to lead; nothing for what leads nowhere by itself. */
  readonly connect: (node: GraphNode, row?: GraphRow) => void;
  /** Shows all Pods or all rules of a node, or hides them again. */
  readonly toggleExpanded: (nodeId: string) => void;
  readonly isExpanded: (nodeId: string) => boolean;
  readonly toggleFolded: (namespace: string) => void;
  /** `nodeId`, `nodeId#rowId`, or nothing. */
  readonly hover: (target: string | undefined) => void;
}

const nothing = (): void => undefined;

export const GraphActionsContext = createContext<GraphActions>({
  select: nothing,
  toggleFocus: nothing,
  connect: nothing,
  toggleExpanded: nothing,
  isExpanded: () => false,
  toggleFolded: nothing,
  hover: nothing,
});

export const useGraphActions = (): GraphActions => use(GraphActionsContext);
