import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import type { EditorState, ReviewStep } from './editor-state.ts';

export type CheckStepId = 'schema' | 'permission' | 'merge' | 'dry-run' | 'impact';

/** `waiting`: not asked yet or not reached. */
export type CheckStepState = 'ok' | 'warning' | 'error' | 'running' | 'waiting';

export interface CheckStep {
  readonly id: CheckStepId;
  readonly state: CheckStepState;
}

export interface CheckFacts {
  readonly state: EditorState;
  readonly step: ReviewStep;
  readonly open: Pick<OpenDraft, 'reading' | 'merge' | 'hasMoved'>;
  readonly hasImpact: boolean;
}

type Reply = Extract<ReviewStep, { kind: 'checked' | 'answered' }>['reply'];

const replyOf = (step: ReviewStep): Reply | undefined =>
  step.kind === 'checked' || step.kind === 'answered' ? step.reply : undefined;

/** Strict decoding speaks of fields that are unknown, twice there, or of another type. */
const isSchemaError = (reason: string): boolean =>
  reason === 'FieldUnknown' || reason === 'FieldValueDuplicate';

function schemaState({ open, step }: CheckFacts, reply: Reply | undefined): CheckStepState {
  if (open.reading.object === undefined) return 'error';
  if (step.kind === 'checking') return 'running';
  if (reply === undefined || reply.outcome === 'forbidden') return 'waiting';
  if (reply.outcome !== 'refused') return reply.outcome === 'accepted' ? 'ok' : 'waiting';
  return reply.fieldErrors.some(({ reason }) => isSchemaError(reason)) ? 'error' : 'ok';
}

function permissionState({ state }: CheckFacts, reply: Reply | undefined): CheckStepState {
  if (state.kind === 'forbidden' || reply?.outcome === 'forbidden') return 'error';
  if (state.kind === 'read-only') return 'warning';
  return reply?.outcome === 'accepted' || reply?.outcome === 'refused' ? 'ok' : 'waiting';
}

function mergeState({ state, open }: CheckFacts): CheckStepState {
  if (state.kind === 'conflict') return 'error';
  if (state.kind === 'deleted-live') return 'error';
  if (open.merge === undefined) return 'waiting';
  return open.merge.kind === 'merged' ? 'ok' : 'error';
}

function dryRunState({ step }: CheckFacts, reply: Reply | undefined): CheckStepState {
  if (step.kind === 'checking') return 'running';
  if (step.kind === 'failed') return 'error';
  if (reply?.outcome === 'accepted') return reply.warnings.length > 0 ? 'warning' : 'ok';
  return reply?.outcome === 'refused' ? 'error' : 'waiting';
}

/** How far a draft got on its way to the cluster, step by step. */
export function listCheckSteps(facts: CheckFacts): readonly CheckStep[] {
  const reply = replyOf(facts.step);
  return [
    { id: 'schema', state: schemaState(facts, reply) },
    { id: 'permission', state: permissionState(facts, reply) },
    { id: 'merge', state: mergeState(facts) },
    { id: 'dry-run', state: dryRunState(facts, reply) },
    { id: 'impact', state: facts.hasImpact ? 'ok' : 'waiting' },
  ];
}
