import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { getRouteApi, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { DeleteReview, type DeleteReviewProps } from '../../features/review-changes/delete-review.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useAccess } from '../../server-state/use-access.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import { useKept } from '../../ui/use-kept.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import styles from './editor.module.css';
import { ChangedRequests } from './changed-requests.tsx';
import { useEditorTarget } from './use-editor-target.ts';
import { useImpact } from './use-impact.ts';
import { useUndoApplied } from './use-undo-applied.ts';

const route = getRouteApi('/c/$context/delete/$kind/$namespace/$name');

type ReviewProps = Omit<DeleteReviewProps, 'impact' | 'requests'>;

/** The review of a deletion with all that it would do. */
function DeleteDraft(props: ReviewProps): ReactNode {
  const { kind, metadata } = props.live;
  const { namespace, name } = metadata;
  const changes = useMemo(
    (): readonly ProposedChange[] => [{ operation: 'delete', ref: { kind, namespace, name } }],
    [kind, namespace, name],
  );
  const { current: impact } = useImpact(changes, { kind, namespace, name });
  return <DeleteReview {...props} impact={impact} requests={<ChangedRequests changes={changes} />} />;
}

/** The review of a deletion, on a page of its own. */
export function DeletePage(): ReactNode {
  const { namespace, name } = route.useParams();
  const { editedKind } = route.useRouteContext();
  const { editor } = useMessages();
  const { history } = useRouter();
  const undo = useUndoApplied();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const target: ObjectRef<EditedKind> = { kind: editedKind, namespace, name };
  const found = useEditorTarget(target);
  const mayDelete = useAccess(namespace).may('delete', editedKind);
  // The object as it was looked at stays on the screen when it is gone: what became of it is told below it.
  const live = useKept(found.kind === 'ready' && typeof found.live === 'object' ? found.live : undefined);
  if (live !== undefined && found.kind === 'ready')
    return (
      <div className={styles.lists}>
        <DeleteDraft
          clusterId={found.clusterId}
          live={live}
          mayDelete={mayDelete.state === 'allowed' || mayDelete.state === 'not-known'}
          undoes={typeof search['undoes'] === 'string' ? search['undoes'] : undefined}
          onUndo={(change) => undo?.(change)}
          onCancel={() => history.back()}
        />
      </div>
    );
  if (found.kind === 'loading')
    return <output className={styles.lonely}>{editor.loading(editedKind, name)}</output>;
  const title =
    found.kind === 'unreadable'
      ? editor.unreadable(found.reason)
      : found.live === undefined
        ? editor.gone(editedKind, name)
        : editor.cannotRead(editedKind, name);
  return (
    <div className={styles.lonely}>
      <ErrorPanel title={title} />
    </div>
  );
}
