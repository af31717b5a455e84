import { plain } from '../paint.ts';
import type { PrintedEdge, PrintedGraph, PrintedNode } from './printed-graph.ts';

/** What is written into a node: its kind and name, and how many it stands for. */
export function nodeLabel({ kind, name, count, state, ghost }: PrintedNode): string {
  const counted = count === undefined ? '' : ` (${count}${state === undefined ? '' : ` ${state}`})`;
  return plain(`${kind}${name === '' ? '' : ` ${name}`}${counted}${ghost === true ? ' (missing)' : ''}`);
}

/** What is written on an edge; empty for one that says it all by being there. */
export function edgeLabel({ host, path, port }: PrintedEdge): string {
  const rule = path === undefined ? (host ?? '') : `${host ?? ''}${path}`;
  const at = port === undefined ? '' : `:${port}`;
  return plain(rule === '' ? at : at === '' ? rule : `${rule} → ${at}`);
}

/** Nodes by namespace, those without one first. */
export function groupNodes({ nodes }: PrintedGraph): readonly (readonly [string, readonly PrintedNode[]])[] {
  const groups = new Map<string, PrintedNode[]>([['', []]]);
  for (const node of nodes) groups.set(node.namespace, [...(groups.get(node.namespace) ?? []), node]);
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Short names for nodes, in their order: texts of objects must not become syntax. */
export const shortIds = ({ nodes }: PrintedGraph): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
