import type { DryRunReply, DryRunRequest } from '@fairlead/api-contract';
import { listAssignedFields } from '@fairlead/edits';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { WriteResult } from '../../cluster/object-writes.ts';
import { describeRefusal } from './describe-refusal.ts';
import { targetOf, type EditOf } from './edit-target.ts';
import { mergeOntoLive } from './merge-onto-live.ts';
import { parseJson } from './parse-json.ts';
import { readLive } from './read-live.ts';

/** How often live may move between being read and being checked against before the API server's 409 is passed on. */
const maxAttempts = 3;

/** Asks the API server what an edit would come to. Nothing is stored; rejects with a `ClusterProblem` when it cannot be asked. */
export function dryRunEdit(client: ClusterClient, edit: DryRunRequest): Promise<DryRunReply> {
  return repeatWhileMoving((isLast) => {
    if (edit.operation === 'create') return tryCreate(client, edit, isLast);
    if (edit.operation === 'delete') return tryDelete(client, edit, isLast);
    return tryUpdate(client, edit, isLast);
  });
}

async function repeatWhileMoving(
  attempt: (isLast: boolean) => Promise<DryRunReply | 'moved'>,
): Promise<DryRunReply> {
  for (let count = 1; ; count += 1) {
    const reply = await attempt(count >= maxAttempts);
    if (reply !== 'moved') return reply;
  }
}

type Refused = Exclude<WriteResult, { kind: 'accepted' }>;

/** Somebody was faster than we: look again. */
const hasMoved = ({ problem: { code } }: Refused): boolean =>
  code === 'OBJECT_CHANGED' || code === 'OBJECT_NOT_FOUND' || code === 'OBJECT_EXISTS';

async function tryUpdate(
  client: ClusterClient,
  edit: EditOf<'update'>,
  isLast: boolean,
): Promise<DryRunReply | 'moved'> {
  const target = targetOf(edit);
  const answer = await readLive(client, target);
  if (answer.kind === 'missing') return { outcome: 'deleted' };
  if (answer.kind === 'refused') return answer.reply;
  const { live } = answer;
  const plan = mergeOntoLive(edit, live);
  if (plan.kind === 'replaced') return { outcome: 'deleted', live };
  if (plan.kind === 'unchanged') return { outcome: 'unchanged', live };
  if (plan.kind === 'conflict') return { outcome: 'conflict', live, conflicts: plan.conflicts };
  const { merged } = plan;
  const result = await client.putObject({ ...target, object: merged, isDryRun: true });
  if (result.kind === 'unanswered') throw result.problem;
  if (result.kind === 'refused') {
    if (hasMoved(result) && !isLast) return 'moved';
    return describeRefusal(result.problem, { verb: 'update', object: merged, warnings: result.warnings });
  }
  return {
    outcome: 'accepted',
    live,
    merged,
    object: { ...result.object },
    assignedOnApply: [...listAssignedFields(parseJson(merged), parseJson(result.object))],
    warnings: [...result.warnings],
    isRebased: live.metadata.resourceVersion !== edit.base.metadata.resourceVersion,
  };
}

async function tryCreate(
  client: ClusterClient,
  edit: EditOf<'create'>,
  isLast: boolean,
): Promise<DryRunReply | 'moved'> {
  const target = targetOf(edit);
  const object = edit.mine;
  const result = await client.createObject({ ...target, object, isDryRun: true });
  if (result.kind === 'unanswered') throw result.problem;
  if (result.kind === 'refused') {
    const isThere = result.problem.code === 'OBJECT_EXISTS';
    const answer = isThere ? await readLive(client, target) : undefined;
    if (answer?.kind === 'found') return { outcome: 'exists', live: answer.live };
    if (answer?.kind === 'missing' && !isLast) return 'moved';
    return describeRefusal(result.problem, { verb: 'create', object, warnings: result.warnings });
  }
  return {
    outcome: 'accepted',
    merged: object,
    object: { ...result.object },
    assignedOnApply: [...listAssignedFields(parseJson(object), parseJson(result.object))],
    warnings: [...result.warnings],
    isRebased: false,
  };
}

async function tryDelete(
  client: ClusterClient,
  { base, ...edit }: EditOf<'delete'>,
  isLast: boolean,
): Promise<DryRunReply | 'moved'> {
  const target = targetOf({ ...edit, base });
  const answer = await readLive(client, target);
  if (answer.kind === 'missing') return { outcome: 'deleted' };
  if (answer.kind === 'refused') return answer.reply;
  const { live } = answer;
  const { uid, resourceVersion } = live.metadata;
  if (uid !== base.metadata.uid) return { outcome: 'deleted', live };
  const result = await client.deleteObject({ ...target, uid, resourceVersion, isDryRun: true });
  if (result.kind === 'unanswered') throw result.problem;
  if (result.kind === 'refused') {
    if (hasMoved(result) && !isLast) return 'moved';
    return describeRefusal(result.problem, { verb: 'delete', warnings: result.warnings });
  }
  const isRebased = resourceVersion !== base.metadata.resourceVersion;
  return { outcome: 'accepted', live, assignedOnApply: [], warnings: [...result.warnings], isRebased };
}
