import type { ApplyReply, ApplyRequest } from '@fairlead/api-contract';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ConfirmationRules } from './confirm-write.ts';
import { targetOf } from './edit-target.ts';
import { isContained } from './is-contained.ts';
import { readLive } from './read-live.ts';
import { settleWrite } from './settle-write.ts';

type Create = Extract<ApplyRequest, { operation: 'create' }>;

/** POST only: what is there already is never overwritten. */
export async function applyCreate(
  client: ClusterClient,
  edit: Create,
  confirmation: ConfirmationRules,
): Promise<ApplyReply> {
  const target = targetOf(edit);
  const object = edit.mine;
  const result = await client.createObject({ ...target, object, isDryRun: false });
  if (result.kind === 'accepted') {
    const warnings = [...result.warnings];
    return { outcome: 'applied', object: { ...result.object }, warnings, isConfirmedByReading: false };
  }
  if (result.problem.code === 'OBJECT_EXISTS') {
    const answer = await readLive(client, target);
    if (answer.kind === 'found') return { outcome: 'exists', live: answer.live };
  }
  return settleWrite(client, result, {
    write: {
      verb: 'create',
      target,
      object,
      hasArrived: (live) => live !== undefined && isContained(object, live),
    },
    confirmation,
  });
}
