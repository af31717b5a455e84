import { storedObjectSchema, type ApplyReply } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import type { WriteTarget } from '../../cluster/object-writes.ts';
import type { StoredObject } from './edit-target.ts';
import { describeRefusal } from './describe-refusal.ts';

export type LiveAnswer =
  | { readonly kind: 'found'; readonly live: StoredObject }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reply: Extract<ApplyReply, { outcome: 'forbidden' | 'refused' }> };

/** The object as it is now. Rejects with a `ClusterProblem` when the cluster cannot be asked. */
export async function readLive(
  client: ClusterClient,
  { kind, namespace, name }: WriteTarget,
  signal?: AbortSignal,
): Promise<LiveAnswer> {
  try {
    const { object } = await client.getObject({ type: kindInfo(kind), namespace, name }, signal);
    return { kind: 'found', live: storedObjectSchema.parse(object) };
  } catch (error) {
    if (!(error instanceof ClusterProblem)) throw error;
    if (error.code === 'OBJECT_NOT_FOUND') return { kind: 'missing' };
    if (error.code !== 'CLUSTER_FORBIDDEN') throw error;
    return { kind: 'refused', reply: describeRefusal(error, { verb: 'get' }) };
  }
}
