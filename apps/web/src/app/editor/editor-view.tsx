import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { ConfirmApply } from '../../features/review-changes/confirm-apply.tsx';
import { listConcernsOf, type Concern } from '../../features/review-changes/list-concerns.ts';
import { useConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import type { EditorMessages } from '../../messages/en-editor.ts';
import type { ConfirmedDraft } from '../../messages/en-review-outcomes.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { PanelBoundary } from '../../messages/panel-boundary.tsx';
import { useSession } from '../../server-state/server-context.ts';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useDrafts, useIsUnkept } from '../../drafts/drafts-context.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { useConnectionKind } from '../../workers/use-connection.ts';
import { appliedWordsOf, type AppliedWords } from './applied-words.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { DraftReview } from './draft-review.tsx';
import { EditorActions } from './editor-actions.tsx';
import { EditorChips } from './editor-chips.tsx';
import { EditorHeader, type EditorHeaderProps } from './editor-header.tsx';
import { editorLineOf } from './editor-line.ts';
import { EditorStatusLine } from './editor-status-line.tsx';
import styles from './editor.module.css';
import { useCanCheck, useEditor, type Editor } from './use-editor.ts';
import { useBeginDraft } from './use-begin-draft.ts';
import { useEditorCommands } from './use-editor-commands.ts';
import { useImpact, useProposedChanges, useReadImpact } from './use-impact.ts';
import { useEditorMode } from './use-editor-mode.ts';

export interface EditorViewProps {
  readonly open: OpenDraft;
  readonly target: ObjectRef<EditedKind>;
  readonly onBack: () => void;
}

/** What the status line says beside the state. */
function useNotes({ facts, open }: Editor): readonly string[] {
  const { editor } = useMessages();
  const kind = useConnectionKind();
  if (kind === 'cluster-lost' || kind === 'server-lost') return [editor.lines.disconnected()];
  if (open.draft.operation === 'create') return [editor.lines.kept()];
  const live = facts.live === 'same' ? editor.lines.liveSame() : editor.lines.liveMoved();
  return facts.live === 'unknown' ? [editor.lines.kept()] : [live, editor.lines.kept()];
}

function useAppliedWords(applied: AppliedChange | undefined): AppliedWords | undefined {
  const { history } = useDrafts();
  const changes = useStore(history.state);
  return applied === undefined ? undefined : appliedWordsOf(applied, changes);
}

function useStatusWords(
  { state, facts, verb, applied }: Editor,
  target: ObjectRef<EditedKind>,
  openChoices: number,
): string {
  const messages = useMessages();
  const { mode } = useSession();
  return editorLineOf(
    state,
    {
      ...facts,
      openChoices,
      kind: target.kind,
      namespace: target.namespace ?? '',
      name: target.name,
      verb,
      mode,
      applied: useAppliedWords(applied),
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

const confirmedOf = ({ open, facts }: Editor, ref: ObjectRef<EditedKind>): ConfirmedDraft => ({
  operation: open.draft.operation,
  ref,
  editCount: facts.editCount,
  isUndo: open.draft.undoes !== undefined,
});

function titleOf(
  { kind, name, namespace = '' }: ObjectRef<EditedKind>,
  isNew: boolean,
  { newTitle, newSubtitle, subtitle }: EditorMessages,
): EditorHeaderProps['title'] {
  return isNew
    ? { kind, name: newTitle(kind), subtitle: newSubtitle() }
    : { kind, name, subtitle: subtitle(kind, namespace) };
}

const historyOf = ({ draft, undo, redo }: OpenDraft): EditorHeaderProps['history'] => ({
  canUndo: draft.undoSteps.length > 0,
  canRedo: draft.redoSteps.length > 0,
  undo,
  redo,
});

/** One draft with its three editors and its review. */
export function EditorView({ open, target, onBack }: EditorViewProps): ReactNode {
  const messages = useMessages();
  const { editor } = messages;
  const editing = useEditor(open, target);
  const { state, facts, review } = editing;
  const session = useSession();
  const connection = useConnectionKind();
  const begin = useBeginDraft();
  const isUnkept = useIsUnkept(open.draft.id);
  const mayCheck = useCanCheck();
  const [mode, setMode] = useEditorMode();
  const [isDiscarding, setIsDiscarding] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);
  const [reveal, setReveal] = useState<{ readonly path: FieldPath } | undefined>();
  const isConnected = connection !== 'cluster-lost' && connection !== 'server-lost';
  const mayApply = isConnected && !session.readOnly && facts.refusal === 'none';
  const choices = useConflictChoices(open);
  const changes = useProposedChanges(open);
  const impact = useImpact(changes, target);
  const concerns = concernsOf(review, impact.current);
  const showInYaml = (path: FieldPath): void => {
    setReveal({ path });
    setMode('yaml');
  };
  const { check, apply, send, keys } = useEditorCommands(editing, {
    choices,
    readImpact: useReadImpact(changes, target, impact.current),
    mayCheck: mayCheck && isConnected,
    mayApply,
    onConfirm: () => setIsConfirming(true),
  });
  const isNew = open.draft.operation === 'create';
  return (
    <div className={styles.page}>
      <EditorHeader
        title={titleOf(target, isNew, editor)}
        chips={
          <EditorChips
            state={state}
            operation={open.draft.operation}
            editCount={facts.editCount}
            errorCount={facts.errorCount}
            applied={useAppliedWords(editing.applied)?.kind}
          />
        }
        mode={mode}
        onMode={setMode}
        history={historyOf(open)}
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
              impact={impact.latest}
              keys={keys}
              reveal={reveal}
              onShowInYaml={showInYaml}
            />
          </PanelBoundary>
        </section>
        <section className={styles.right} aria-label={editor.review()} data-region="" tabIndex={-1}>
          <PanelBoundary>
            <DraftReview
              editing={editing}
              choices={choices}
              impact={open.reading.object === undefined ? undefined : impact.current}
              onShowField={showInYaml}
            />
          </PanelBoundary>
        </section>
      </div>
      <EditorStatusLine
        state={state}
        words={useStatusWords(editing, target, choices.openCount)}
        notes={useNotes(editing)}
      />
      <ConfirmApply
        isOpen={isConfirming}
        draft={confirmedOf(editing, target)}
        concerns={concerns}
        onConfirm={send}
        onClose={() => setIsConfirming(false)}
      />
      <DiscardDialog
        isOpen={isDiscarding}
        newKind={isNew ? target.kind : undefined}
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
