import type { ApplyReply, DryRunReply } from '@fairlead/api-contract';

/** What the server said last, and of which text. A text that was typed on makes a check stale. */
export type ReviewStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'checked';
      readonly reply: DryRunReply;
      readonly text: string;
      readonly liveVersion: string | undefined;
      readonly atMs: number;
    }
  | { readonly kind: 'applying' }
  | { readonly kind: 'answered'; readonly reply: ApplyReply; readonly text: string; readonly atMs: number }
  /** The request itself failed: no answer about the object. */
  | { readonly kind: 'failed'; readonly title: string; readonly hint: string | undefined };

export interface EditorFacts {
  readonly operation: 'create' | 'update' | 'delete';
  readonly text: string;
  readonly editCount: number;
  readonly errorCount: number;
  /** Whether the text can be followed, and so the API server asked about it. */
  readonly isReadable: boolean;
  readonly step: ReviewStep;
  /** resourceVersion of the live object the draft was last merged with or would merge onto. */
  readonly liveVersion: string | undefined;
  readonly live: 'same' | 'moved' | 'conflict' | 'deleted' | 'unknown';
  readonly choices: number;
  readonly refusal: 'none' | 'forbidden' | 'read-only';
}

/** The states of interface section 7: each has its chip, its button and its line. */
export type EditorState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'invalid'; readonly isReadable: boolean }
  | { readonly kind: 'checking' }
  | { readonly kind: 'accepted'; readonly warnings: readonly string[]; readonly atMs: number }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'rebased' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'applying' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-applied' }
  | { readonly kind: 'deleted-live' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'other-cluster' }
  | { readonly kind: 'failed'; readonly title: string; readonly hint: string | undefined };

type Reply = DryRunReply | ApplyReply;

/** What an answer without more to say means for the draft it was given for. */
const plainStates = {
  forbidden: 'forbidden',
  conflict: 'conflict',
  deleted: 'deleted-live',
  exists: 'exists',
  unknown: 'unknown',
  'not-applied': 'not-applied',
  'other-cluster': 'other-cluster',
  rebased: 'rebased',
} as const;

function stateOfReply(reply: Reply, atMs: number): EditorState | undefined {
  switch (reply.outcome) {
    case 'accepted':
      return { kind: 'accepted', warnings: reply.warnings, atMs };
    case 'refused':
      return { kind: 'refused', message: reply.kubernetesMessage };
    case 'applied':
    case 'unchanged':
      return undefined;
    default:
      return { kind: plainStates[reply.outcome] };
  }
}

/** What the last step says, as long as it speaks of the text and the live object as they are. */
function stateOfStep({ step, text, liveVersion, operation }: EditorFacts): EditorState | undefined {
  switch (step.kind) {
    case 'none':
      return undefined;
    case 'checking':
    case 'applying':
      return { kind: step.kind };
    case 'failed':
      return { kind: 'failed', title: step.title, hint: step.hint };
    case 'checked': {
      const isCurrent = step.text === text && (operation === 'create' || step.liveVersion === liveVersion);
      return isCurrent ? stateOfReply(step.reply, step.atMs) : undefined;
    }
    case 'answered':
      return step.text === text ? stateOfReply(step.reply, step.atMs) : undefined;
  }
}

/** What the cluster's own state makes of the draft, whatever the server said before. */
function stateOfLive({ live, operation, editCount, errorCount }: EditorFacts): EditorState | undefined {
  if (live === 'deleted') return { kind: 'deleted-live' };
  if (operation === 'update' && editCount === 0 && errorCount === 0) return { kind: 'clean' };
  return live === 'conflict' ? { kind: 'conflict' } : undefined;
}

/** What the API server said of this very text has the last word about its fields. */
const isDecided = (said: EditorState | undefined): boolean =>
  said?.kind === 'refused' || said?.kind === 'accepted';

/** Where a draft stands: one state, from what is known of text, live object, rights and the server's last answer. */
export function editorStateOf(facts: EditorFacts): EditorState {
  const said = stateOfStep(facts);
  if (said?.kind === 'checking' || said?.kind === 'applying') return said;
  const live = stateOfLive(facts);
  if (live !== undefined) return live;
  if (facts.errorCount > 0 && !isDecided(said)) return { kind: 'invalid', isReadable: facts.isReadable };
  if (said !== undefined) return said;
  if (facts.refusal !== 'none') return { kind: facts.refusal };
  return { kind: facts.live === 'moved' ? 'rebased' : 'dirty' };
}

/** Whether Apply may be pressed: it checks first where no fresh check is. */
export const canApply = ({ kind }: Pick<EditorState, 'kind'>): boolean =>
  kind === 'dirty' ||
  kind === 'accepted' ||
  kind === 'rebased' ||
  kind === 'not-applied' ||
  kind === 'failed';

const canCheck = (state: EditorState): boolean =>
  canApply(state) ||
  state.kind === 'refused' ||
  state.kind === 'exists' ||
  state.kind === 'forbidden' ||
  (state.kind === 'invalid' && state.isReadable);

/** Whether the server may be asked what it makes of the draft, or what became of it. */
export const canAsk = (state: EditorState): boolean =>
  canCheck(state) || state.kind === 'unknown' || state.kind === 'read-only';
