import type { ReactNode } from 'react';
import type { EditorState } from '../../features/review-changes/editor-state.ts';
import type { EditorMessages } from '../../messages/en-editor.ts';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip, type ChipProps } from '../../ui/chip.tsx';
import { useNow } from '../../ui/use-now.ts';

type Tone = NonNullable<ChipProps['tone']>;

interface StateChip {
  readonly tone: Tone;
  readonly words: string;
}

function acceptedChip(
  state: Extract<EditorState, { kind: 'accepted' }>,
  messages: Messages,
  nowMs: number,
): StateChip {
  const { chips } = messages.editor;
  return state.warnings.length > 0
    ? { tone: 'warning', words: chips.checkedWarnings(state.warnings.length) }
    : { tone: 'ok', words: chips.checked(messages.format.duration(nowMs - state.atMs)) };
}

type PlainKind = Exclude<EditorState['kind'], 'clean' | 'dirty' | 'invalid' | 'accepted'>;

const plainChips: Readonly<Record<PlainKind, readonly [Tone, (messages: EditorMessages) => string]>> = {
  checking: ['neutral', ({ chips }) => chips.checking()],
  applying: ['neutral', ({ chips }) => chips.applying()],
  refused: ['error', ({ chips }) => chips.refused()],
  forbidden: ['warning', ({ chips }) => chips.forbidden()],
  'read-only': ['neutral', ({ chips }) => chips.readOnly()],
  rebased: ['info', ({ chips }) => chips.rebased()],
  conflict: ['warning', ({ chips }) => chips.conflict()],
  unknown: ['warning', ({ chips }) => chips.unknown()],
  'not-applied': ['warning', ({ chips }) => chips.notApplied()],
  'deleted-live': ['warning', ({ chips }) => chips.deleted()],
  exists: ['warning', ({ chips }) => chips.exists()],
  'other-cluster': ['error', ({ chips }) => chips.otherCluster()],
  failed: ['error', ({ chips }) => chips.failed()],
};

/** The chip of each state; `undefined` where the draft chip says it all. */
function stateChip(state: EditorState, messages: Messages, nowMs: number): StateChip | undefined {
  switch (state.kind) {
    case 'clean':
    case 'dirty':
    case 'invalid':
      return undefined;
    case 'accepted':
      return acceptedChip(state, messages, nowMs);
    default: {
      const [tone, words] = plainChips[state.kind];
      return { tone, words: words(messages.editor) };
    }
  }
}

export interface EditorChipsProps {
  readonly state: EditorState;
  readonly operation: 'create' | 'update';
  readonly editCount: number;
  readonly errorCount: number;
  readonly applied: 'applied' | 'undone' | undefined;
}

/** What is said of a draft in its bar: that there is one, and where it stands. */
export function EditorChips({
  state,
  operation,
  editCount,
  errorCount,
  applied,
}: EditorChipsProps): ReactNode {
  const messages = useMessages();
  const { editor } = messages;
  const nowMs = useNow('second');
  const chip = stateChip(state, messages, nowMs);
  if (state.kind === 'clean')
    return applied === undefined ? null : <Chip tone="ok">{editor.chips[applied]()}</Chip>;
  return (
    <>
      <Chip tone="draft">{operation === 'create' ? editor.newChip() : editor.draftChip(editCount)}</Chip>
      {errorCount > 0 ? <Chip tone="error">{editor.errors(errorCount)}</Chip> : null}
      {chip === undefined ? null : <Chip tone={chip.tone}>{chip.words}</Chip>}
    </>
  );
}
