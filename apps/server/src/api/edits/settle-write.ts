import type { ApplyReply } from '@fairlead/api-contract';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { WriteResult } from '../../cluster/object-writes.ts';
import { confirmWrite, type ConfirmationRules, type SentWrite } from './confirm-write.ts';
import { describeRefusal } from './describe-refusal.ts';

interface SettledWrite extends SentWrite {
  readonly verb: 'create' | 'update' | 'delete';
  readonly object?: unknown;
}

type Unsettled = Exclude<WriteResult, { kind: 'accepted' }>;

/** With a status from 500 on the API server, or a proxy before it, may have failed after it was stored. */
const isCertain = (result: Unsettled): boolean =>
  result.kind === 'refused' && (result.problem.details.statusCode ?? 0) < 500;

/** An error that comes with words of the API server is its last word; it is looked at once, without waiting. */
const hasWords = ({ kind, problem }: Unsettled): boolean =>
  kind === 'refused' && problem.details.kubernetesMessage !== undefined;

/** What became of a write that was not accepted: refused, or found out by reading again. It is never sent again. */
export async function settleWrite(
  client: ClusterClient,
  result: Unsettled,
  { write, confirmation }: { readonly write: SettledWrite; readonly confirmation: ConfirmationRules },
): Promise<ApplyReply> {
  const warnings = result.kind === 'refused' ? result.warnings : [];
  const refusal = { verb: write.verb, object: write.object, warnings };
  if (isCertain(result)) return describeRefusal(result.problem, refusal);
  const rules = hasWords(result) ? { ...confirmation, delaysMs: [0] } : confirmation;
  const confirmed = await confirmWrite(client, write, rules);
  if (confirmed.kind === 'unreadable') return { outcome: 'unknown' };
  const live = confirmed.live === undefined ? {} : { object: confirmed.live };
  if (confirmed.kind === 'arrived')
    return { outcome: 'applied', ...live, warnings: [...warnings], isConfirmedByReading: true };
  if (hasWords(result)) return describeRefusal(result.problem, refusal);
  return { outcome: 'not-applied', ...(confirmed.live !== undefined && { live: confirmed.live }) };
}
