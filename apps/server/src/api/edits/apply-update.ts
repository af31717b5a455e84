import type { ApplyReply, ApplyRequest } from '@fairlead/api-contract';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ConfirmationRules } from './confirm-write.ts';
import { targetOf, type StoredObject } from './edit-target.ts';
import { mergeOntoLive } from './merge-onto-live.ts';
import { readLive } from './read-live.ts';
import { settleWrite } from './settle-write.ts';

type Update = Extract<ApplyRequest, { operation: 'update' }>;

type Examined =
  | { readonly kind: 'reply'; readonly reply: ApplyReply }
  | { readonly kind: 'as-reviewed'; readonly live: StoredObject; readonly merged: Record<string, unknown> };

const reply = (answer: ApplyReply): Examined => ({ kind: 'reply', reply: answer });

/** Live as it is now against live as it was reviewed. */
async function examine(client: ClusterClient, edit: Update): Promise<Examined> {
  const answer = await readLive(client, targetOf(edit));
  if (answer.kind === 'missing') return reply({ outcome: 'deleted' });
  if (answer.kind === 'refused') return reply(answer.reply);
  const { live } = answer;
  const plan = mergeOntoLive(edit, live);
  if (plan.kind === 'replaced') return reply({ outcome: 'deleted', live });
  if (plan.kind === 'unchanged') return reply({ outcome: 'unchanged', live });
  if (plan.kind === 'conflict') return reply({ outcome: 'conflict', live, conflicts: plan.conflicts });
  const { merged } = plan;
  return live.metadata.resourceVersion === edit.reviewedResourceVersion
    ? { kind: 'as-reviewed', live, merged }
    : reply({ outcome: 'rebased', live, merged });
}

/** What somebody else's write in the last moment means for ours, which was not stored. */
async function examineAgain(client: ClusterClient, edit: Update): Promise<ApplyReply> {
  const now = await examine(client, edit);
  return now.kind === 'reply' ? now.reply : { outcome: 'not-applied', live: now.live };
}

export async function applyUpdate(
  client: ClusterClient,
  edit: Update,
  confirmation: ConfirmationRules,
): Promise<ApplyReply> {
  const now = await examine(client, edit);
  if (now.kind === 'reply') return now.reply;
  const { live, merged } = now;
  const target = targetOf(edit);
  const result = await client.putObject({ ...target, object: merged, isDryRun: false });
  if (result.kind === 'accepted') {
    const object = { ...result.object };
    return { outcome: 'applied', object, warnings: [...result.warnings], isConfirmedByReading: false };
  }
  const { code } = result.problem;
  if (code === 'OBJECT_CHANGED' || code === 'OBJECT_NOT_FOUND') return examineAgain(client, edit);
  const sent = { ...edit, base: live };
  const hasArrived = (found: StoredObject | undefined): boolean =>
    found !== undefined &&
    found.metadata.resourceVersion !== live.metadata.resourceVersion &&
    mergeOntoLive(sent, found).kind === 'unchanged';
  return settleWrite(client, result, {
    write: { verb: 'update', target, object: merged, hasArrived },
    confirmation,
  });
}
