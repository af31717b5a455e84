import type { GraphEdge, GraphNode } from './graph.ts';

/** How much of each node is drawn. `overview` is below 45 % zoom, `compact` to 80 %, `full` above. */
export type DetailLevel = 'overview' | 'compact' | 'full';

/** Widths and gutters in px at 100 %; heights follow from the rows. */
export interface ColumnMetrics {
  readonly exposure: number;
  readonly ingress: number;
  readonly service: number;
  readonly pods: number;
  readonly gutters: readonly [number, number, number];
}

/** What the viewer has opened or folded: changes heights, never what exists. */
export interface ViewState {
  readonly level: DetailLevel;
  readonly metrics: ColumnMetrics;
  /** Only these namespaces; `undefined` means all. */
  readonly namespaces: readonly string[] | undefined;
  /** Only Ingresses of these classes and what they lead to; `undefined` means all. */
  readonly classNames: readonly string[] | undefined;
  readonly foldedNamespaces: readonly string[];
  /** Workloads drawn with one row per Pod, Ingresses drawn with all rules. */
  readonly expandedNodes: readonly string[];
  /** Fold nodes that neither have a finding nor lie on the way of one into counted rows. */
  readonly onlyProblems: boolean;
  /** Nodes and rows (`nodeId` or `nodeId#rowId`) with a finding: never hidden behind "more". */
  readonly marked: ReadonlySet<string>;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node at its place; `node` carries the rows that are drawn at this level and state. */
export interface PlacedNode extends Rectangle {
  readonly node: GraphNode;
}

export interface PlacedLane {
  readonly namespace: string;
  readonly y: number;
  readonly height: number;
  readonly isFolded: boolean;
  readonly counts: {
    readonly ingresses: number;
    readonly services: number;
    readonly pods: number;
    readonly workloads: number;
  };
  /** `hidden` objects are counted when a filter leaves some out. */
  readonly shownIngresses: number;
  /** Nothing to draw: an empty namespace, or one of which the class filter leaves nothing. Drawn as one folded row. */
  readonly isEmpty?: boolean;
}

/** An edge from border to border; y values are the middles of the rows. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What lies in a rectangle, for the renderer: nothing outside is handed over. */
export interface GraphWindow {
  readonly revision: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** Vertical lines from controllers to their Ingresses: x and the span in view. */
  readonly trunks: readonly {
    readonly id: string;
    readonly x: number;
    readonly y1: number;
    readonly y2: number;
  }[];
}

/** A mark of the overview: one bar per node, typed arrays so that 100 000s of nodes cross to the page cheaply. */
export interface Overview {
  readonly revision: number;
  readonly height: number;
  readonly width: number;
  /** x, y, width, height of each node, in px at 100 %. */
  readonly boxes: Float32Array;
  /** Column index 0 to 3 of each node. */
  readonly columns: Uint8Array;
  /** Rows (rules, ports) or Pods of each node, for the bar's length. */
  readonly weights: Uint16Array;
  /** Node ids in the order of the arrays are asked for by index. */
  readonly lanes: readonly { readonly namespace: string; readonly y: number; readonly height: number }[];
}
