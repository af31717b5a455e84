import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { draftIdOf, useOpenDraft, type LiveObject } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { EditorView } from './editor-view.tsx';
import styles from './editor.module.css';
import { useEditorTarget } from './use-editor-target.ts';

const route = getRouteApi('/c/$context/edit/$kind/$namespace/$name');

interface OpenEditorProps {
  readonly clusterId: string;
  readonly target: ObjectRef<EditedKind>;
  readonly live: LiveObject;
}

function OpenEditor({ clusterId, target, live }: OpenEditorProps): ReactNode {
  const { editor } = useMessages();
  const { history } = useRouter();
  const open = useOpenDraft(draftIdOf(clusterId, target), { clusterId, ref: target, live });
  if (open === undefined)
    return (
      <div className={styles.lonely}>
        <ErrorPanel
          title={
            live === 'unknown'
              ? editor.cannotRead(target.kind, target.name)
              : editor.gone(target.kind, target.name)
          }
        />
      </div>
    );
  return <EditorView open={open} target={target} onBack={() => history.back()} />;
}

/** The editor of one object that is on the cluster. */
export function EditorPage(): ReactNode {
  const { kind, namespace, name } = route.useParams();
  const { editedKind } = route.useRouteContext();
  const { editor } = useMessages();
  const target: ObjectRef<EditedKind> = { kind: editedKind, namespace, name };
  const found = useEditorTarget(target);
  switch (found.kind) {
    case 'loading':
      return <output className={styles.lonely}>{editor.loading(editedKind, name)}</output>;
    case 'unreadable':
      return (
        <div className={styles.lonely}>
          <ErrorPanel title={editor.unreadable(found.reason)} />
        </div>
      );
    case 'ready':
      return (
        <OpenEditor
          key={`${kind}/${namespace}/${name}`}
          clusterId={found.clusterId}
          target={target}
          live={found.live}
        />
      );
  }
}
