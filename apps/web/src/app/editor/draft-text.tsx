import type { EditedKind } from '@fairlead/edits';
import type { Ingress } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import { listTextMarks } from '../../features/review-changes/list-field-problems.ts';
import { LegacyNotice } from '../../features/yaml-editor/legacy-notice.tsx';
import { NamespaceNotice } from '../../features/yaml-editor/namespace-notice.tsx';
import type { YamlMark } from '../../features/yaml-editor/to-markers.ts';
import { YamlEditor } from '../../features/yaml-editor/yaml-editor.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useKindSchema } from '../../server-state/use-kind-schema.ts';
import styles from './editor.module.css';
import type { Editor } from './use-editor.ts';
import { listOwnProblems } from './list-own-problems.ts';
import { useClaimMarks } from './use-claim-marks.ts';
import type { EditorKeys } from './use-editor-keys.ts';

/** Stands for a text that cannot be followed. */
const nothingClaimed: Ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: '', namespace: '' },
  spec: {},
};

export interface DraftTextProps {
  readonly editing: Editor;
  readonly kind: EditedKind;
  readonly found: readonly FieldProblem[];
  readonly keys: EditorKeys;
  readonly reveal: { readonly path: FieldPath } | undefined;
}

interface MarkedTextProps extends DraftTextProps {
  /** Beside what is wrong. */
  readonly claims: readonly YamlMark[];
}

function MarkedText({ editing, kind, found, keys, reveal, claims }: MarkedTextProps): ReactNode {
  const { open, review, state } = editing;
  const { draft, reading } = open;
  const messages = useMessages();
  const schema = useKindSchema(kind);
  const own = listOwnProblems(open, messages);
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
        marks={[...listTextMarks({ reading, step: review.step, found }, messages.review, own), ...claims]}
        schema={schema}
        isReadOnly={state.kind === 'applying'}
        keys={keys}
        reveal={reveal}
      />
    </div>
  );
}

function IngressText({ object, ...props }: DraftTextProps & { readonly object: Ingress }): ReactNode {
  return <MarkedText {...props} claims={useClaimMarks(props.editing.open.reading, object, props.found)} />;
}

/**
 * The text of a draft in its editor, with what is wrong and who else claims its hosts at their lines; an Ingress of an
 * older API is offered as converted.
 */
export function DraftText(props: DraftTextProps): ReactNode {
  const { object } = props.editing.open.reading;
  // The same component, followed or not: the editor keeps its cursor and its undo.
  return props.kind === 'Ingress' ? (
    <IngressText {...props} object={object?.kind === 'Ingress' ? object : nothingClaimed} />
  ) : (
    <MarkedText {...props} claims={[]} />
  );
}
