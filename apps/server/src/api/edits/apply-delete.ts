import type { ApplyReply, ApplyRequest } from '@fairlead/api-contract';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ConfirmationRules } from './confirm-write.ts';
import { targetOf, type StoredObject } from './edit-target.ts';
import { readLive, type LiveAnswer } from './read-live.ts';
import { settleWrite } from './settle-write.ts';

type Delete = Extract<ApplyRequest, { operation: 'delete' }>;

const isBeingDeleted = ({ metadata }: StoredObject): boolean => metadata['deletionTimestamp'] !== undefined;

const deleted = (live: StoredObject | undefined, warnings: readonly string[]): ApplyReply => ({
  outcome: 'applied',
  ...(live !== undefined && { object: live }),
  warnings: [...warnings],
  isConfirmedByReading: false,
});

/** Live as it is now against live as it was reviewed: a reply when it is no longer that, or is going away already. */
function examine({ base, reviewedResourceVersion }: Delete, answer: LiveAnswer): ApplyReply | undefined {
  if (answer.kind === 'missing') return { outcome: 'deleted' };
  if (answer.kind === 'refused') return answer.reply;
  const { live } = answer;
  if (live.metadata.uid !== base.metadata.uid) return { outcome: 'deleted', live };
  if (isBeingDeleted(live)) return { outcome: 'unchanged', live };
  return live.metadata.resourceVersion === reviewedResourceVersion ? undefined : { outcome: 'rebased', live };
}

/** Finalizers keep a deleted object until those who set them have cleaned up: then the reply carries it. */
export async function applyDelete(
  client: ClusterClient,
  edit: Delete,
  confirmation: ConfirmationRules,
): Promise<ApplyReply> {
  const target = targetOf(edit);
  const { uid } = edit.base.metadata;
  const difference = examine(edit, await readLive(client, target));
  if (difference !== undefined) return difference;
  const resourceVersion = edit.reviewedResourceVersion;
  const result = await client.deleteObject({ ...target, uid, resourceVersion, isDryRun: false });
  if (result.kind === 'accepted') {
    const answer = await readLive(client, target);
    const live = answer.kind === 'found' && answer.live.metadata.uid === uid ? answer.live : undefined;
    return deleted(live, result.warnings);
  }
  const { code } = result.problem;
  if (code === 'OBJECT_CHANGED' || code === 'OBJECT_NOT_FOUND')
    return examine(edit, await readLive(client, target)) ?? { outcome: 'not-applied' };
  const hasArrived = (live: StoredObject | undefined): boolean =>
    live === undefined || live.metadata.uid !== uid || isBeingDeleted(live);
  return settleWrite(client, result, { write: { verb: 'delete', target, hasArrived }, confirmation });
}
