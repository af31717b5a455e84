import type { EditedKind } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import { listTextMarks } from '../../features/review-changes/list-field-problems.ts';
import { LegacyNotice } from '../../features/yaml-editor/legacy-notice.tsx';
import { NamespaceNotice } from '../../features/yaml-editor/namespace-notice.tsx';
import { YamlEditor } from '../../features/yaml-editor/yaml-editor.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useKindSchema } from '../../server-state/use-kind-schema.ts';
import styles from './editor.module.css';
import type { Editor } from './use-editor.ts';
import type { EditorKeys } from './use-editor-keys.ts';

export interface DraftTextProps {
  readonly editing: Editor;
  readonly kind: EditedKind;
  readonly found: readonly FieldProblem[];
  readonly keys: EditorKeys;
  readonly reveal: { readonly path: FieldPath } | undefined;
}

/** The text of a draft in its editor; an Ingress of an older API is offered as converted. */
export function DraftText({ editing, kind, found, keys, reveal }: DraftTextProps): ReactNode {
  const { open, review, state } = editing;
  const { draft, reading } = open;
  const messages = useMessages();
  const schema = useKindSchema(kind);
  return (
    <div className={styles.text}>
      {kind === 'Ingress' ? (
        <LegacyNotice text={draft.text} onConvert={(text) => open.replaceText(text, false)} />
      ) : null}
      <NamespaceNotice
        text={draft.text}
        namespace={draft.ref.namespace ?? 'default'}
        onAdd={(text) => open.replaceText(text, false)}
      />
      <YamlEditor
        kind={kind}
        text={draft.text}
        onChange={open.replaceText}
        marks={listTextMarks({ reading, step: review.step, found }, messages.review)}
        schema={schema}
        isReadOnly={state.kind === 'applying'}
        keys={keys}
        reveal={reveal}
      />
    </div>
  );
}
