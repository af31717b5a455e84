import type { ApplyReply, DryRunReply } from '@fairlead/api-contract';
import type { EditedObject } from '@fairlead/edits';
import { refOf } from '@fairlead/kube-objects';
import { useState } from 'react';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useDrafts, type Drafts } from '../../drafts/drafts-context.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import type { ErrorMessages } from '../../messages/error-words.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { failureOf } from '../../server-state/api-failure.ts';
import { useEditRequests, type EditRequests } from '../../server-state/use-edit-requests.ts';
import { buildApply, buildDryRun, type Intent } from './build-requests.ts';
import type { ReviewStep } from './editor-state.ts';
import { parseEdited } from './parse-edited.ts';

export type AcceptedReply = Extract<DryRunReply, { outcome: 'accepted' }>;

/** Checking and applying one draft. */
export interface Review {
  readonly step: ReviewStep;
  /** What was applied last from here, until something else is done. */
  readonly applied: AppliedChange | undefined;
  readonly check: () => Promise<void>;
  /**
   * Sends what was checked. Where there is no fresh check it checks first. Either way it goes on only when nothing in the
   * answer needs a look, and when the draft still says what was checked by then.
   */
  readonly apply: (needsLook: (reply: AcceptedReply) => Promise<boolean>) => Promise<void>;
  /** Forgets an answer that is on its way or was given. */
  readonly reset: () => void;
}

/** What a review would send: `undefined` while the draft cannot be followed. */
export function intentOf({ draft, reading }: OpenDraft): Intent | undefined {
  if (reading.object === undefined) return undefined;
  if (draft.operation === 'create') return { operation: 'create', mine: reading.object };
  return draft.base === undefined
    ? undefined
    : { operation: 'update', base: draft.base, mine: reading.object };
}

function failedStep(error: unknown, errors: ErrorMessages): ReviewStep {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  return { kind: 'failed', ...errors.explain(failure) };
}

const versionOf = (object: EditedObject | undefined): string | undefined => object?.metadata.resourceVersion;
const liveOf = (reply: DryRunReply): EditedObject | undefined =>
  'live' in reply ? parseEdited(reply.live) : undefined;

/** What was answered to a check, and what would be sent next. */
interface Checked {
  readonly reply: DryRunReply;
  /** What the draft said. */
  readonly text: string;
  readonly live: EditedObject | undefined;
  readonly intent: Intent;
}

/** The answer as a step; a draft that live has moved under goes on from there. */
function settleCheck(open: OpenDraft, intent: Intent, reply: DryRunReply): Checked & { step: ReviewStep } {
  const live = liveOf(reply);
  const merged = reply.outcome === 'accepted' ? parseEdited(reply.merged) : undefined;
  const isRebased = reply.outcome === 'accepted' && reply.isRebased;
  const text =
    isRebased && live !== undefined && merged !== undefined
      ? open.rebase(live, merged, 'rebase')
      : open.draft.text;
  const next: Intent =
    intent.operation === 'update' && live !== undefined && merged !== undefined
      ? { operation: 'update', base: live, mine: merged }
      : intent;
  // A refusal brings no live object: it speaks of the one that is known here.
  const liveVersion = versionOf(live ?? open.live);
  const step = { kind: 'checked', reply, text, liveVersion, atMs: Date.now() } as const;
  return { reply, text, live, intent: next, step };
}

type Applied = Extract<ApplyReply, { outcome: 'applied' }>;

/** What was sent, and what it came to. */
interface Sent {
  readonly intent: Intent;
  /** What the draft said. */
  readonly text: string;
  readonly before: EditedObject | undefined;
  readonly reply: Applied;
}

/** Lets go of a draft that was applied. One that was changed while that was under way goes on from what was stored. */
function letGo(
  { store }: Drafts,
  id: string,
  { text, after }: { readonly text: string; readonly after: EditedObject | undefined },
): void {
  const now = store.state.getState().drafts.get(id);
  if (now === undefined || now.text === text) store.discard(id);
  else if (now.operation === 'update' && after !== undefined)
    store.change(id, { reason: 'rebase', edits: [], base: after, text: now.text });
}

/** Keeps what was applied so that it can be undone, and lets go of the draft. */
function remember(
  drafts: Drafts,
  { draft }: OpenDraft,
  { intent, text, before, reply }: Sent,
): AppliedChange {
  const after = parseEdited(reply.object);
  const change: AppliedChange = {
    id: crypto.randomUUID(),
    clusterId: draft.clusterId,
    operation: intent.operation,
    // A new object may have been renamed since its draft began.
    ref: after === undefined ? draft.ref : refOf(after),
    before,
    after,
    appliedAt: new Date().toISOString(),
    undoneBy: undefined,
  };
  drafts.history.add(change, draft.undoes);
  letGo(drafts, draft.id, { text, after });
  return change;
}

/** The last check as far as it speaks of the draft and the live object as they are. */
function freshCheckOf(step: ReviewStep, { draft, live }: OpenDraft, intent: Intent): Checked | undefined {
  if (step.kind !== 'checked' || step.reply.outcome !== 'accepted') return undefined;
  const isSameLive = draft.operation === 'create' || step.liveVersion === versionOf(live);
  return step.text === draft.text && isSameLive
    ? { reply: step.reply, text: step.text, live, intent }
    : undefined;
}

/** Counts questions so that the answer to an earlier one can be told. */
class LatestOnly {
  #count = 0;

  /** A function that says whether nothing was asked since. */
  begin(): () => boolean {
    this.#count += 1;
    const mine = this.#count;
    return () => mine === this.#count;
  }
}

interface StepSetters {
  readonly latest: LatestOnly;
  readonly setStep: (step: ReviewStep) => void;
  readonly setApplied: (change: AppliedChange | undefined) => void;
  /** Says that the request failed. */
  readonly fail: (error: unknown) => void;
}

async function runCheck(
  { latest, setStep, setApplied, fail }: StepSetters,
  requests: EditRequests,
  { open, intent }: { readonly open: OpenDraft; readonly intent: Intent },
): Promise<Checked | undefined> {
  const isLatest = latest.begin();
  setStep({ kind: 'checking' });
  setApplied(undefined);
  try {
    const reply = await requests.dryRun(buildDryRun(intent));
    if (!isLatest()) return undefined;
    const checked = settleCheck(open, intent, reply);
    setStep(checked.step);
    return checked;
  } catch (error) {
    if (isLatest()) fail(error);
    return undefined;
  }
}

/** Checks and applies one draft. Every answer ends as a step; a later question makes an earlier answer void. */
export function useReview(open: OpenDraft, onApplied?: (change: AppliedChange) => void): Review {
  const requests = useEditRequests();
  const { errors } = useMessages();
  const drafts = useDrafts();
  const [step, setStep] = useState<ReviewStep>({ kind: 'none' });
  const [applied, setApplied] = useState<AppliedChange | undefined>();
  const [latest] = useState(() => new LatestOnly());
  const fail = (error: unknown): void => setStep(failedStep(error, errors));
  const setters: StepSetters = { latest, setStep, setApplied, fail };

  /** What was sent is never taken back by a later question: its answer always counts. */
  const send = async ({ intent, live, text }: Checked): Promise<void> => {
    latest.begin();
    setStep({ kind: 'applying' });
    try {
      const reply = await requests.apply(buildApply(intent, open.draft.clusterId, versionOf(live) ?? ''));
      if (reply.outcome === 'applied') {
        const change = remember(drafts, open, { intent, text, before: live, reply });
        setApplied(change);
        onApplied?.(change);
        setStep({ kind: 'none' });
        return;
      }
      setStep({ kind: 'answered', reply, text: open.draft.text, atMs: Date.now() });
    } catch (error) {
      fail(error);
    }
  };

  return {
    step,
    applied,
    check: async () => {
      const intent = intentOf(open);
      if (intent !== undefined) await runCheck(setters, requests, { open, intent });
    },
    apply: async (needsLook) => {
      const intent = intentOf(open);
      if (intent === undefined) return;
      const checked =
        freshCheckOf(step, open, intent) ?? (await runCheck(setters, requests, { open, intent }));
      if (checked?.reply.outcome !== 'accepted') return;
      // Pressed again or cancelled while the look is prepared: only the last one sends.
      const isLatest = latest.begin();
      const isStopped = await needsLook(checked.reply);
      const text = drafts.store.state.getState().drafts.get(open.draft.id)?.text;
      if (!isStopped && isLatest() && text === checked.text) await send(checked);
    },
    reset: () => {
      latest.begin();
      setStep({ kind: 'none' });
      setApplied(undefined);
    },
  };
}
