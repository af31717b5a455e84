import { systemClock, wait, type Clock } from '../../cluster/clock.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import type { WriteTarget } from '../../cluster/object-writes.ts';
import type { StoredObject } from './edit-target.ts';
import { readLive } from './read-live.ts';

/** How a write that nobody answered is looked for. */
export interface ConfirmationRules {
  readonly clock: Clock;
  /** Looked again after each of these: what was cut off on the way may still arrive. */
  readonly delaysMs: readonly number[];
  /** By then an answer is given. */
  readonly limitMs: number;
}

export const patientConfirmation: ConfirmationRules = {
  clock: systemClock,
  delaysMs: [0, 250, 500, 1_000, 1_500],
  limitMs: 4_500,
};

/** What reading again shows. `unreadable`: nothing, within the time. */
export type Confirmation =
  | { readonly kind: 'arrived'; readonly live: StoredObject | undefined }
  | { readonly kind: 'not-arrived'; readonly live: StoredObject | undefined }
  | { readonly kind: 'unreadable' };

export interface SentWrite {
  readonly target: WriteTarget;
  /** Whether the cluster is as the write would have made it; `undefined` is a missing object. */
  readonly hasArrived: (live: StoredObject | undefined) => boolean;
}

/** Reads the object until the write shows or the time is over. Nothing is sent again. */
export async function confirmWrite(
  client: ClusterClient,
  write: SentWrite,
  { clock, delaysMs, limitMs }: ConfirmationRules,
): Promise<Confirmation> {
  const end = new AbortController();
  const cancel = clock.schedule(limitMs, () => end.abort(new Error('the time for reading again is over')));
  let found: Confirmation = { kind: 'unreadable' };
  try {
    for (const delayMs of delaysMs) {
      await wait(clock, delayMs, end.signal);
      if (end.signal.aborted) break;
      found = (await look(client, write, end.signal)) ?? found;
      if (found.kind === 'arrived') break;
    }
    return found;
  } finally {
    cancel();
  }
}

async function look(
  client: ClusterClient,
  { target, hasArrived }: SentWrite,
  signal: AbortSignal,
): Promise<Confirmation | undefined> {
  try {
    const answer = await readLive(client, target, signal);
    if (answer.kind === 'refused') return undefined;
    const live = answer.kind === 'found' ? answer.live : undefined;
    return { kind: hasArrived(live) ? 'arrived' : 'not-arrived', live };
  } catch (error) {
    if (signal.aborted || error instanceof ClusterProblem) return undefined;
    throw error;
  }
}
