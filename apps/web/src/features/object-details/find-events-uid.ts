import type { ClusterObject } from '@fairlead/kube-objects';

/**
 * The uid by which Events name the object; `undefined` where they do not name it by its own. The kubelet reports about a
 * Node with the Node's name as uid, and about a static Pod with a uid that its mirror in the API, owned by the Node, does
 * not have (kubernetes/kubernetes pkg/kubelet, `kubectl describe`).
 */
export function findEventsUid({ kind, metadata }: ClusterObject): string | undefined {
  const isMirror = metadata.ownerReferences?.some((owner) => owner.kind === 'Node') === true;
  if (kind === 'Node' || (kind === 'Pod' && isMirror) || metadata.uid === '') return undefined;
  return metadata.uid;
}
