import type { ObjectRef } from '@fairlead/kube-objects';
import { finishedNodeId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphNode, GraphRow } from './graph.ts';
import { keysOfGroup, type WorkloadGroup } from './group-workloads.ts';
import { toGraphPod, type PodReach } from './pod-entry.ts';

function refOfOwner(
  { owner, objects, pods, finished }: WorkloadGroup,
  namespace: string,
): ObjectRef | undefined {
  const { watched, name } = owner;
  const isThere = [...objects, ...pods, ...finished].some(
    ({ kind, metadata }) => kind === watched && metadata.name === name,
  );
  return watched !== undefined && isThere ? { kind: watched, namespace, name } : undefined;
}

/** A workload with its Pods. Its `ref` is `undefined` when the owner is gone, cannot be read or is of an unwatched kind. */
export function buildWorkloadNode(
  namespace: string,
  group: WorkloadGroup,
  reachOf: ReadonlyMap<string, PodReach>,
): GraphNode {
  const { owner, pods, finished } = group;
  return toGraphNode({
    id: owner.id,
    kind: 'workload',
    column: 'pods',
    namespace,
    name: owner.name,
    badge: { kind: 'owner', ownerKind: owner.kind },
    ref: refOfOwner(group, namespace),
    pods: pods.map((pod) => toGraphPod(pod, owner.name, reachOf.get(pod.metadata.name))),
    stands: keysOfGroup(group),
    ...(finished.length > 0 ? { finishedCount: finished.length } : {}),
  });
}

const factOf = ({ owner, finished }: WorkloadGroup): GraphRow => ({
  id: owner.id,
  kind: 'fact',
  fact: {
    kind: 'finished-owner',
    ownerKind: owner.kind,
    name: owner.name,
    podCount: owner.kind === 'Pod' ? 0 : finished.length,
  },
});

/** One node for all that has run to its end in the namespace; `undefined` when nothing has. */
export function buildFinishedNode(
  namespace: string,
  groups: readonly WorkloadGroup[],
): GraphNode | undefined {
  if (groups.length === 0) return undefined;
  return toGraphNode({
    id: finishedNodeId(namespace),
    kind: 'finished',
    column: 'pods',
    namespace,
    name: '',
    badge: { kind: 'finished', hasJobs: groups.some(({ owner }) => owner.kind !== 'Pod') },
    rows: groups.map(factOf),
    stands: groups.flatMap(keysOfGroup),
    finishedCount: groups.reduce((sum, { finished }) => sum + finished.length, 0),
  });
}
