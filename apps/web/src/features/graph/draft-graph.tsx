import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { DraftSwitch } from './draft-switch.tsx';
import styles from './draft.module.css';
import { GraphScopeContext, type GraphScope } from './graph-scope.ts';
import { GraphView } from './graph-view.tsx';
import graphStyles from './graph.module.css';
import { GraphDraftContext } from './shown-draft.ts';

export interface DraftGraphProps {
  /** What is drafted; the same array while it is the same. Empty: the cluster as it is. */
  readonly changes: readonly ProposedChange[];
  /** What the page is about: scrolled to, and its namespace is shown even while nothing is drafted. */
  readonly focus?: ObjectRef<EditedKind>;
}

const namespaceOf = (change: ProposedChange): string | undefined =>
  change.operation === 'delete' ? change.ref.namespace : change.object.metadata.namespace;

/** The namespaces that a draft touches, with the draft drawn in them and the switch Now / Draft. */
export function DraftGraph({ changes, focus }: DraftGraphProps): ReactNode {
  const { graph, graphDraft } = useMessages();
  const summary = useAnswer({ kind: 'summary' }).data;
  const [isShown, setShown] = useState(true);
  const draft = useMemo(
    () => (changes.length === 0 ? undefined : { changes, isShown, setShown }),
    [changes, isShown],
  );
  const touched = [...changes.map(namespaceOf), focus?.namespace].filter((name) => name !== undefined);
  const names = [...new Set(touched)].toSorted().join(',');
  const start = focus;
  const scope = useMemo<GraphScope>(() => ({ namespaces: names.split(','), start }), [names, start]);
  return (
    <GraphDraftContext value={draft}>
      <GraphScopeContext value={scope}>
        <section className={graphStyles.page} aria-label={graphDraft.label()}>
          {draft === undefined ? null : (
            <div className={styles.bar}>
              <DraftSwitch />
            </div>
          )}
          <div className={graphStyles.body}>
            <GraphView
              summary={summary}
              empty={
                <EmptyState title={graph.nothingTitle(scope.namespaces)}>{graph.nothingHint()}</EmptyState>
              }
            />
          </div>
        </section>
      </GraphScopeContext>
    </GraphDraftContext>
  );
}
