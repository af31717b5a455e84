import type { ApplyReply, ApplyRequest } from '@fairlead/api-contract';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { applyCreate } from './apply-create.ts';
import { applyDelete } from './apply-delete.ts';
import { applyUpdate } from './apply-update.ts';
import type { ConfirmationRules } from './confirm-write.ts';

/**
 * Carries a reviewed edit out, once. When the cluster is not as it was reviewed, nothing is sent and the reply says what
 * is different. Rejects with a `ClusterProblem` only when nothing was sent.
 */
export async function applyEdit(
  client: ClusterClient,
  edit: ApplyRequest,
  confirmation: ConfirmationRules,
): Promise<ApplyReply> {
  const { id: clusterId } = await client.getIdentity();
  if (clusterId !== edit.clusterId) return { outcome: 'other-cluster', clusterId };
  if (edit.operation === 'create') return applyCreate(client, edit, confirmation);
  if (edit.operation === 'delete') return applyDelete(client, edit, confirmation);
  return applyUpdate(client, edit, confirmation);
}
