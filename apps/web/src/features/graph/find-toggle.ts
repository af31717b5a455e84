import type { GraphNode } from '@fairlead/resource-graph';
import { namespaceOfLaneTarget } from './move-focus.ts';

/** What Space opens or closes: a lane, the Pods of a workload, or the rest of the rules of an Ingress. */
export type Toggle =
  | { readonly kind: 'lane'; readonly namespace: string }
  | { readonly kind: 'node'; readonly nodeId: string };

const canExpand = (node: GraphNode, isExpanded: boolean): boolean =>
  (node.kind === 'workload' && node.pods.length > 0) ||
  (node.kind === 'ingress' && (isExpanded || node.rows.some(({ kind }) => kind === 'more')));

/**
 * What there is to open or close at the element with this target; `undefined` for everything else. Compact nodes have
 * neither Pods nor rules to show.
 */
export function findToggle(
  target: string,
  nodes: readonly GraphNode[],
  {
    isCompact,
    isExpanded,
  }: { readonly isCompact: boolean; readonly isExpanded: (nodeId: string) => boolean },
): Toggle | undefined {
  const namespace = namespaceOfLaneTarget(target);
  if (namespace !== undefined) return { kind: 'lane', namespace };
  if (isCompact) return undefined;
  const node = nodes.find(({ id }) => target === id || target.startsWith(`${id}#`));
  if (node === undefined || !canExpand(node, isExpanded(node.id))) return undefined;
  return { kind: 'node', nodeId: node.id };
}
