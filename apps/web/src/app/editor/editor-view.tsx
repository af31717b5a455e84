import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { countOthersChanges } from '../../features/review-changes/build-undo-draft.ts';
import { ConfirmApply } from '../../features/review-changes/confirm-apply.tsx';
import { canApply, canAsk } from '../../features/review-changes/editor-state.ts';
import { listConcernsOf, needsLook, type Concern } from '../../features/review-changes/list-concerns.ts';
import { useConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { PanelBoundary } from '../../messages/panel-boundary.tsx';
import { useSession } from '../../server-state/server-context.ts';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useDrafts, useIsUnkept } from '../../drafts/drafts-context.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { useConnection } from '../../workers/use-connection.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { DraftReview } from './draft-review.tsx';
import { EditorActions } from './editor-actions.tsx';
import { EditorChips } from './editor-chips.tsx';
import { EditorHeader } from './editor-header.tsx';
import { editorLineOf, type LineFacts } from './editor-line.ts';
import { EditorStatusLine } from './editor-status-line.tsx';
import styles from './editor.module.css';
import { useCanCheck, useEditor, type Editor } from './use-editor.ts';
import { useBeginDraft } from './use-begin-draft.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useImpact, useProposedChanges } from './use-impact.ts';
import { useEditorMode } from './use-editor-mode.ts';

export interface EditorViewProps {
  readonly open: OpenDraft;
  readonly target: ObjectRef<EditedKind>;
  readonly onBack: () => void;
}

/** What the status line says beside the state. */
function useNotes({ facts, open }: Editor): readonly string[] {
  const { editor } = useMessages();
  const { kind } = useConnection();
  if (kind === 'cluster-lost' || kind === 'server-lost') return [editor.lines.disconnected()];
  if (open.draft.operation === 'create') return [editor.lines.kept()];
  const live = facts.live === 'same' ? editor.lines.liveSame() : editor.lines.liveMoved();
  return facts.live === 'unknown' ? [editor.lines.kept()] : [live, editor.lines.kept()];
}

/** Whether what was applied took an earlier change back, and what others changed besides. */
function useAppliedWords(applied: AppliedChange | undefined): LineFacts['applied'] {
  const { history } = useDrafts();
  const changes = useStore(history.state);
  if (applied === undefined) return undefined;
  const undone = changes.find(({ undoneBy }) => undoneBy === applied.id);
  if (undone === undefined || applied.after === undefined) return { kind: 'applied' };
  return { kind: 'undone', others: countOthersChanges(undone, applied.after) };
}

function useStatusWords({ state, facts, verb, review }: Editor, target: ObjectRef<EditedKind>): string {
  const messages = useMessages();
  const { mode } = useSession();
  return editorLineOf(
    state,
    {
      ...facts,
      kind: target.kind,
      namespace: target.namespace ?? '',
      name: target.name,
      verb,
      mode,
      applied: useAppliedWords(review.applied),
    },
    messages.editor,
  );
}

/** What is to be looked at in the answer to the last check. */
function concernsOf({ step }: Editor['review'], impact: ImpactAnswer | undefined): readonly Concern[] {
  return step.kind === 'checked' && step.reply.outcome === 'accepted'
    ? listConcernsOf(step.reply, impact)
    : [];
}

/** One draft with its three editors and its review. */
export function EditorView({ open, target, onBack }: EditorViewProps): ReactNode {
  const messages = useMessages();
  const { editor } = messages;
  const editing = useEditor(open, target);
  const { state, facts, review } = editing;
  const session = useSession();
  const connection = useConnection();
  const begin = useBeginDraft();
  const isUnkept = useIsUnkept(open.draft.id);
  const mayCheck = useCanCheck();
  const [mode, setMode] = useEditorMode();
  const [isDiscarding, setIsDiscarding] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);
  const [reveal, setReveal] = useState<{ readonly path: FieldPath } | undefined>();
  const isConnected = connection.kind !== 'cluster-lost' && connection.kind !== 'server-lost';
  const mayApply = isConnected && !session.readOnly && facts.refusal === 'none';
  const check = (): void => void review.check();
  const choices = useConflictChoices(open);
  const changes = useProposedChanges(open);
  const impact = useImpact(changes);
  const concerns = concernsOf(review, impact);
  /** What was looked at is sent; what was not is checked first and sent only when there is nothing to look at. */
  const apply = (): void => {
    if (state.kind === 'conflict') choices.finish();
    else if (state.kind === 'accepted' && concerns.length > 0) setIsConfirming(true);
    else void review.apply((reply) => needsLook(reply, impact));
  };
  const showInYaml = (path: FieldPath): void => {
    setReveal({ path });
    setMode('yaml');
  };
  const isOffered = state.kind === 'conflict' || (mayApply && canApply(state));
  const keys = {
    undo: open.undo,
    redo: open.redo,
    // A key does what its button offers, and nothing where that is off.
    check: () => (mayCheck && isConnected && canAsk(state) ? check() : undefined),
    apply: () => (isOffered ? apply() : undefined),
  };
  useEditorKeys(keys);
  const isNew = open.draft.operation === 'create';
  return (
    <div className={styles.page}>
      <EditorHeader
        title={{
          kind: target.kind,
          name: isNew ? editor.newTitle(target.kind) : target.name,
          subtitle: isNew ? editor.newSubtitle() : editor.subtitle(target.kind, target.namespace ?? ''),
        }}
        chips={
          <EditorChips
            state={state}
            operation={open.draft.operation}
            editCount={facts.editCount}
            errorCount={facts.errorCount}
            applied={useAppliedWords(review.applied)?.kind}
          />
        }
        mode={mode}
        onMode={setMode}
        history={{
          canUndo: open.draft.undoSteps.length > 0,
          canRedo: open.draft.redoSteps.length > 0,
          undo: open.undo,
          redo: open.redo,
        }}
        actions={
          <EditorActions
            state={state}
            facts={facts}
            kind={target.kind}
            mayCheck={mayCheck && isConnected}
            mayApply={mayApply}
            onDiscard={() => setIsDiscarding(true)}
            onCheck={check}
            onApply={apply}
            onCancel={review.reset}
            openChoices={choices.openCount}
            onTakeTheirs={choices.takeTheirs}
            onCreateAgain={() => begin?.createAgain(open.draft)}
          />
        }
        onBack={onBack}
      />
      {isUnkept ? <p className={styles.notice}>{editor.unkept()}</p> : null}
      <div className={styles.body} data-mode={mode}>
        <section className={styles.left} aria-label={editor.content()} data-region="" tabIndex={-1}>
          <PanelBoundary resetKey={mode}>
            <DraftEditor
              editing={editing}
              target={target}
              mode={mode}
              choices={choices}
              changes={changes}
              keys={keys}
              reveal={reveal}
              onShowInYaml={showInYaml}
            />
          </PanelBoundary>
        </section>
        <section className={styles.right} aria-label={editor.review()} data-region="" tabIndex={-1}>
          <PanelBoundary>
            <DraftReview editing={editing} choices={choices} impact={impact} onShowField={showInYaml} />
          </PanelBoundary>
        </section>
      </div>
      <EditorStatusLine state={state} words={useStatusWords(editing, target)} notes={useNotes(editing)} />
      <ConfirmApply
        isOpen={isConfirming}
        editCount={facts.editCount}
        concerns={concerns}
        onConfirm={() => void review.apply((reply) => needsLook(reply, impact))}
        onClose={() => setIsConfirming(false)}
      />
      <DiscardDialog
        isOpen={isDiscarding}
        editCount={facts.editCount}
        onClose={() => setIsDiscarding(false)}
        onDiscard={() => {
          review.reset();
          open.discard();
          if (isNew) onBack();
        }}
      />
    </div>
  );
}
