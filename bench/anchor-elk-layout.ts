import ElkConstructor, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { RandomLane } from './fixture/random-lane.ts';

// The declaration says `export default`, the file is CommonJS: what arrives depends on who loads it.
const Elk = ('default' in ElkConstructor ? ElkConstructor.default : ElkConstructor) as typeof ElkConstructor;

const nodeSize = { width: 200, height: 40 };

/** The columns are known: how ELK finds layers costs time and changes nothing but that. */
const columnOptions = {
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
} as const;

/**
 * The lane as ELK takes it. In `isColumned` form each layer is told its column and all of it is one picture, as ours is;
 * otherwise ELK is left to its own defaults.
 */
export function toElkGraph({ lane }: RandomLane, isColumned: boolean): ElkNode {
  const columns = new Map([
    ['ingress', '0'],
    ['service', '1'],
    ['pods', '2'],
  ]);
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      ...(isColumned ? columnOptions : {}),
    },
    children: lane.nodes.map(({ id, column }) => ({
      id,
      ...nodeSize,
      ...(isColumned ? { layoutOptions: { 'elk.partitioning.partition': columns.get(column) ?? '0' } } : {}),
    })),
    edges: lane.edges.map(({ id, fromNode, toNode }) => ({ id, sources: [fromNode], targets: [toNode] })),
  };
}

/** The anchor of P4: `elkjs`, algorithm `layered`, in this thread. */
export const layoutWithElk = (graph: ElkNode): Promise<ElkNode> => new Elk().layout(graph);

/** The order of each layer's nodes in what ELK laid out. */
export function ordersOf({ sizes, lane }: RandomLane, laid: ElkNode): readonly Int32Array[] {
  const placeOf = new Map((laid.children ?? []).map(({ id, y = 0 }) => [id, y]));
  let first = 0;
  return sizes.map((size) => {
    const tops = lane.nodes.slice(first, first + size).map(({ id }) => placeOf.get(id) ?? 0);
    first += size;
    return Int32Array.from(tops.keys()).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0) || a - b);
  });
}
