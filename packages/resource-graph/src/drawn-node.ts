import { moreRowId, podRowId } from './graph-ids.ts';
import type { GraphNode, GraphRow } from './graph.ts';
import { isRowMarked, type ViewSets } from './lane-view.ts';

const mostRules = 40;
const rulesShown = 12;

/** A node as it is drawn, and for each of its own rows the place of the drawn row that stands for it. */
export interface DrawnNode {
  readonly node: GraphNode;
  /** `undefined`: the rows are drawn as they are. */
  readonly rowPlaces: Int32Array | undefined;
}

const asIs = (node: GraphNode): DrawnNode => ({ node, rowPlaces: undefined });

function findShownRows(node: GraphNode, sets: ViewSets): readonly boolean[] {
  let rules = 0;
  const isShown = node.rows.map((row) => {
    if (row.kind === 'path') rules += 1;
    return (
      row.kind !== 'host' && (row.kind !== 'path' || rules <= rulesShown || isRowMarked(sets, node, row.id))
    );
  });
  let isHostShown = false;
  for (let at = node.rows.length - 1; at >= 0; at -= 1) {
    const row = node.rows[at];
    if (row === undefined) continue;
    if (row.kind !== 'host') isHostShown ||= row.kind === 'path' && (isShown[at] ?? false);
    else {
      isShown[at] = isHostShown || isRowMarked(sets, node, row.id);
      isHostShown = false;
    }
  }
  return isShown;
}

/** More than 40 rules: the first 12, whatever is marked, and a row that counts the rest. */
function shortenRules(node: GraphNode, sets: ViewSets): DrawnNode {
  const isShown = findShownRows(node, sets);
  const rows: GraphRow[] = [];
  const rowPlaces = new Int32Array(node.rows.length).fill(-1);
  let hiddenRules = 0;
  node.rows.forEach((row, at) => {
    if (isShown[at]) rowPlaces[at] = rows.push(row) - 1;
    else if (row.kind === 'path') hiddenRules += 1;
  });
  if (hiddenRules === 0) return asIs(node);
  const more = rows.push({ id: moreRowId, kind: 'more', count: hiddenRules }) - 1;
  return {
    node: { ...node, rows },
    rowPlaces: rowPlaces.map((place) => (place < 0 ? more : place)),
  };
}

function expandPods(node: GraphNode): DrawnNode {
  const pods = node.pods.map((pod): GraphRow => ({
    id: podRowId(node.kind === 'workload' ? (pod.ref?.name ?? pod.tail) : pod.tail),
    kind: 'pod',
    pod,
  }));
  const { finishedCount = 0 } = node;
  const finished: readonly GraphRow[] =
    finishedCount > 0 && node.rows.length === 0
      ? [{ id: 'finished', kind: 'fact', fact: { kind: 'finished-pods', count: finishedCount } }]
      : [];
  return asIs({ ...node, rows: [...pods, ...node.rows, ...finished] });
}

const isExpandable = ({ kind }: GraphNode): boolean =>
  kind === 'workload' || kind === 'finished' || kind === 'endpoints';

/** How a node looks under a view: workloads show a row per Pod when expanded, long Ingresses all rules. */
export function drawNode(node: GraphNode, sets: ViewSets): DrawnNode {
  if (sets.view.level === 'compact') return asIs(node);
  const isExpanded = sets.expanded.has(node.id);
  if (node.kind === 'ingress')
    return node.ruleCount > mostRules && !isExpanded ? shortenRules(node, sets) : asIs(node);
  if (!isExpandable(node)) return asIs(node);
  if (isExpanded) return expandPods(node);
  return asIs(node.rows.length === 0 ? node : { ...node, rows: [] });
}
