import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import { DraftGraph } from '../../features/graph/draft-graph.tsx';
import { ConflictView } from '../../features/review-changes/conflict-view.tsx';
import { listFieldProblems } from '../../features/review-changes/list-field-problems.ts';
import type { ConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import { DraftForm } from './draft-form.tsx';
import { DraftText } from './draft-text.tsx';
import type { EditorMode } from './editor-header.tsx';
import type { Editor } from './use-editor.ts';
import { useFoundProblems } from './use-found-problems.ts';
import type { EditorKeys } from './use-editor-keys.ts';

export interface DraftEditorProps {
  readonly editing: Editor;
  readonly target: ObjectRef<EditedKind>;
  readonly mode: EditorMode;
  readonly choices: ConflictChoices;
  readonly changes: readonly ProposedChange[];
  readonly impact: ImpactAnswer | undefined;
  readonly keys: EditorKeys;
  readonly reveal: { readonly path: FieldPath } | undefined;
  readonly onShowInYaml: (path: FieldPath) => void;
}

/** The left side of the editor: the choices of a conflict, or the draft as form, text or picture. */
export function DraftEditor(props: DraftEditorProps): ReactNode {
  const { editing, target, mode, choices, changes, impact, keys, reveal, onShowInYaml } = props;
  const { open, review, state } = editing;
  const messages = useMessages();
  const found = useFoundProblems(open, impact);
  if (state.kind === 'conflict') return <ConflictView open={open} choices={choices} />;
  if (mode === 'yaml')
    return <DraftText editing={editing} kind={target.kind} found={found} keys={keys} reveal={reveal} />;
  if (mode === 'graph') return <DraftGraph changes={changes} focus={target} />;
  return (
    <DraftForm
      open={open}
      problems={listFieldProblems({ reading: open.reading, step: review.step, found }, messages.review)}
      isReadOnly={state.kind === 'applying'}
      onShowInYaml={onShowInYaml}
    />
  );
}
