import { drawNode } from './drawn-node.ts';
import { buildFoldedNode } from './folded-node.ts';
import { foldedNodeId } from './graph-ids.ts';
import type { Column, GraphLane, GraphNode } from './graph.ts';
import { findVisible, left, type ViewSets } from './lane-view.ts';
import { numberAt } from './number-at.ts';

/** What a view leaves standing of a lane: which nodes are drawn, in order, and which of them stands for each node. */
export interface Standing {
  /** Column by column, each from top to bottom. */
  readonly nodes: readonly GraphNode[];
  /** Where the columns Ingress, Service and Pods begin in `nodes`, and its length. */
  readonly starts: readonly [number, number, number, number];
  /** For each node of the lane the place in `nodes` of what is drawn for it; -1: nothing is. */
  readonly places: Int32Array;
  /** Of nodes, by place, that are not drawn with all rows: for each row the drawn row that stands for it. */
  readonly rowPlaces: ReadonlyMap<number, Int32Array>;
}

const columns: readonly Column[] = ['ingress', 'service', 'pods'];

function spanOf(lane: GraphLane, column: Column): readonly [number, number] {
  const start = lane.nodes.findIndex((node) => node.column === column);
  const end = lane.nodes.findLastIndex((node) => node.column === column);
  return start < 0 ? [0, 0] : [start, end + 1];
}

class Growing {
  readonly nodes: GraphNode[] = [];
  readonly places: Int32Array;
  readonly rowPlaces = new Map<number, Int32Array>();

  constructor(count: number) {
    this.places = new Int32Array(count).fill(-1);
  }

  draw(node: GraphNode, at: number, sets: ViewSets): void {
    const drawn = drawNode(node, sets);
    const place = this.nodes.push(drawn.node) - 1;
    this.places[at] = place;
    if (drawn.rowPlaces !== undefined) this.rowPlaces.set(place, drawn.rowPlaces);
  }

  fold(node: GraphNode, folded: readonly number[]): void {
    const place = this.nodes.push(node) - 1;
    for (const at of folded) this.places[at] = place;
  }
}

/** Draws, folds and leaves out the nodes of a lane as a view wants it. */
export function standNodes(lane: GraphLane, sets: ViewSets): Standing {
  const visible = findVisible(lane, sets);
  const growing = new Growing(lane.nodes.length);
  const starts = columns.map((column) => {
    const start = growing.nodes.length;
    const isOpen = sets.expanded.has(foldedNodeId(lane.namespace, column));
    const [first, end] = spanOf(lane, column);
    const folded: number[] = [];
    for (let at = first; at < end; at += 1) {
      const state = numberAt(visible, at);
      const node = lane.nodes[at];
      if (node === undefined || state === left.out) continue;
      if (state === left.folded && !isOpen) folded.push(at);
      else growing.draw(node, at, sets);
    }
    const healthy = folded.flatMap((at) => lane.nodes[at] ?? []);
    if (healthy.length > 0) growing.fold(buildFoldedNode(lane.namespace, column, healthy), folded);
    return start;
  });
  const { nodes, places, rowPlaces } = growing;
  const [ingress = 0, service = 0, pods = 0] = starts;
  return { nodes, places, rowPlaces, starts: [ingress, service, pods, nodes.length] };
}
