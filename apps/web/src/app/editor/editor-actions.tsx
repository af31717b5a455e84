import type { ReactNode } from 'react';
import {
  canApply,
  canAsk,
  type EditorFacts,
  type EditorState,
} from '../../features/review-changes/editor-state.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

export interface EditorActionsProps {
  readonly state: EditorState;
  readonly facts: EditorFacts;
  readonly kind: 'Service' | 'Ingress';
  readonly mayCheck: boolean;
  readonly mayApply: boolean;
  readonly onDiscard: () => void;
  readonly onCheck: () => void;
  readonly onApply: () => void;
  readonly onCancel: () => void;
  /** Choices of a conflict that are still to be made. */
  readonly openChoices: number;
  readonly onTakeTheirs: () => void;
  readonly onCreateAgain: () => void;
}

function applyWords(
  { state, facts, kind }: EditorActionsProps,
  { apply, checkAndApply, create, checkAndCreate }: ReturnType<typeof useMessages>['editor'],
): string {
  const isFresh = state.kind === 'accepted';
  if (facts.operation === 'create') return isFresh ? create(kind) : checkAndCreate(kind);
  return isFresh ? apply(facts.editCount) : checkAndApply(facts.editCount);
}

function CheckButton({ state, facts, mayCheck, onCheck, onCancel }: EditorActionsProps): ReactNode {
  const { editor } = useMessages();
  if (state.kind === 'checking') return <Button onPress={onCancel}>{editor.cancel()}</Button>;
  const words = facts.step.kind === 'none' ? editor.check() : editor.checkAgain();
  const label = state.kind === 'unknown' ? editor.lookAgain() : words;
  return (
    <Button isDisabled={!mayCheck || !canAsk(state)} onPress={onCheck}>
      {label}
    </Button>
  );
}

/** Goes on from a conflict once every choice is made. */
function ConflictActions({ openChoices, onTakeTheirs, onApply }: EditorActionsProps): ReactNode {
  const { editor } = useMessages();
  return (
    <>
      <Button variant="ghost" onPress={onTakeTheirs}>
        {editor.takeTheirs()}
      </Button>
      <Button variant="primary" isDisabled={openChoices > 0} onPress={onApply}>
        {openChoices > 0 ? editor.continueWith(openChoices) : editor.continueMerged()}
      </Button>
    </>
  );
}

/** What is left to do when the object is gone. */
function GoneActions({ onDiscard, onCreateAgain }: EditorActionsProps): ReactNode {
  const { editor } = useMessages();
  return (
    <>
      <Button variant="ghost" onPress={onDiscard}>
        {editor.discard()}
      </Button>
      <Button variant="primary" onPress={onCreateAgain}>
        {editor.createAgain()}
      </Button>
    </>
  );
}

/** What can be done with the draft in its state: nothing is offered that would be refused. */
export function EditorActions(props: EditorActionsProps): ReactNode {
  const { state, facts, mayApply, onDiscard, onApply } = props;
  const { editor } = useMessages();
  if (state.kind === 'clean') return null;
  if (state.kind === 'conflict') return <ConflictActions {...props} />;
  if (state.kind === 'deleted-live') return <GoneActions {...props} />;
  const isBusy = state.kind === 'checking' || state.kind === 'applying';
  return (
    <>
      <Button variant="ghost" isDisabled={state.kind === 'applying'} onPress={onDiscard}>
        {editor.discard()}
      </Button>
      {state.kind === 'forbidden' || state.kind === 'read-only' ? (
        <CopyButton text={facts.text} label={editor.copyYaml()} copiedLabel={editor.copied()} hasWords />
      ) : null}
      <CheckButton {...props} />
      <Button
        variant="primary"
        isDisabled={isBusy || !mayApply || !canApply(state) || state.kind === 'failed'}
        onPress={onApply}
      >
        {applyWords(props, editor)}
      </Button>
    </>
  );
}
