import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import { useCallback, type ReactNode } from 'react';
import { DraftGraph } from '../../features/graph/draft-graph.tsx';
import { ConflictView } from '../../features/review-changes/conflict-view.tsx';
import { listFieldProblems } from '../../features/review-changes/list-field-problems.ts';
import type { ConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useLatest } from '../../ui/use-latest.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import { DraftForm } from './draft-form.tsx';
import { DraftText } from './draft-text.tsx';
import type { EditorMode } from './editor-header.tsx';
import type { Editor } from './use-editor.ts';
import { useFoundProblems } from './use-found-problems.ts';
import { useKeptProblems } from './use-kept-problems.ts';
import type { EditorKeys } from './use-editor-keys.ts';

export interface DraftEditorProps {
  readonly editing: Editor;
  readonly target: ObjectRef<EditedKind>;
  readonly mode: EditorMode;
  readonly choices: ConflictChoices;
  readonly changes: readonly ProposedChange[];
  /** While that of the draft as it is is being computed, that of a moment ago. */
  readonly impact: ImpactAnswer | undefined;
  readonly keys: EditorKeys;
  readonly reveal: { readonly path: FieldPath } | undefined;
  readonly onShowInYaml: (path: FieldPath) => void;
}

/** The form of the draft, which is given the same while nothing that it shows has changed. */
function FormEditor({ editing, impact, onShowInYaml }: DraftEditorProps): ReactNode {
  const { open, review, state } = editing;
  const { review: words } = useMessages();
  const found = useFoundProblems(open, impact);
  const problems = useKeptProblems(
    listFieldProblems({ reading: open.reading, step: review.step, found }, words),
  );
  const readOnShowInYaml = useLatest(onShowInYaml);
  const showInYaml = useCallback((path: FieldPath) => readOnShowInYaml()(path), [readOnShowInYaml]);
  return (
    <DraftForm
      base={open.draft.base}
      reading={open.reading}
      edit={open.edit}
      problems={problems}
      isReadOnly={state.kind === 'applying'}
      onShowInYaml={showInYaml}
    />
  );
}

/** The text of the draft with everything that was found. */
function TextEditor({ editing, target, impact, keys, reveal }: DraftEditorProps): ReactNode {
  const found = useFoundProblems(editing.open, impact);
  return <DraftText editing={editing} kind={target.kind} found={found} keys={keys} reveal={reveal} />;
}

/** The left side of the editor: the choices of a conflict, or the draft as form, text or picture. */
export function DraftEditor(props: DraftEditorProps): ReactNode {
  const { editing, target, mode, choices, changes } = props;
  if (editing.state.kind === 'conflict') return <ConflictView open={editing.open} choices={choices} />;
  if (mode === 'yaml') return <TextEditor {...props} />;
  return mode === 'graph' ? <DraftGraph changes={changes} focus={target} /> : <FormEditor {...props} />;
}
