import type { EditedKind } from '@fairlead/edits';
import type { Kind, ObjectRef } from '@fairlead/kube-objects';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useUrlState } from '../../url-state/use-url-state.ts';
import type { SummaryAnswer } from '../../workers/questions.ts';
import type { TraceAnswer } from '../../trace-view/trace-view.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { DraftConflicts } from './draft-conflicts.tsx';
import { GraphToolbar } from './graph-toolbar.tsx';
import { GraphView } from './graph-view.tsx';
import styles from './graph.module.css';
import { RouteTable } from './route-table.tsx';
import { GraphDraftContext, type GraphDraft } from './shown-draft.ts';
import { ShownTraceContext, toShownTrace } from './shown-trace.ts';

const narrow = globalThis.matchMedia('(width < 768px)');
const subscribeToWidth = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

interface NothingProps {
  readonly summary: SummaryAnswer | undefined;
  readonly actions: ReactNode;
}

/** Says that nothing is there, in the words for the whole cluster or for the chosen namespaces, or that nothing may be seen. */
function NothingHere({ summary, actions }: NothingProps): ReactNode {
  const { graph } = useMessages();
  const { namespaces } = useUrlState();
  const access = summary?.access ?? [];
  if (access.length > 0 && access.every(({ state }) => state === 'forbidden')) {
    return <EmptyState title={graph.forbiddenTitle()}>{graph.forbiddenHint()}</EmptyState>;
  }
  return (
    <EmptyState title={graph.nothingTitle(namespaces)} actions={actions}>
      {graph.nothingHint()}
    </EmptyState>
  );
}

/** Says that what runs in the chosen namespaces is reached by nothing. */
function NothingLeadsHere({ summary, actions }: NothingProps): ReactNode {
  const { graph, common } = useMessages();
  const { namespaces } = useUrlState();
  const chosen = summary?.namespaces.filter(({ name }) => namespaces?.includes(name) === true) ?? [];
  const isReached = chosen.some(({ services, ingresses }) => services + ingresses > 0);
  const counts = new Map<Kind, number>();
  for (const { kind, count } of chosen.flatMap(({ workloads }) => workloads))
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  if (isReached || counts.size === 0) return null;
  const words = [...counts].map(([kind, count]) => ({
    words: count === 1 ? kind : common.kindPlural(kind),
    count,
  }));
  return (
    <Banner tone="info" actions={actions}>
      <b>{graph.nothingTitle(namespaces)}</b> {graph.runsUnreached(words)}
    </Banner>
  );
}

export interface GraphPageProps {
  /** What is drafted; `undefined`: nothing. */
  readonly draft: GraphDraft | undefined;
  readonly onOpenDraft: (ref: ObjectRef<EditedKind>) => void;
  /** What stands first in the bar above the picture. */
  readonly bar?: ReactNode;
  /** What can be begun where nothing is reachable yet. */
  readonly emptyActions?: ReactNode;
  /** Where a request goes: followed through the picture, told by the table. */
  readonly trace?: TraceAnswer | undefined;
  /** Puts a panel beside the picture. */
  readonly renderWithPanel: (picture: ReactNode) => ReactNode;
}

/** The graph of the cluster, or its table twin; on a phone always the table. */
export function GraphPage(props: GraphPageProps): ReactNode {
  const { draft, onOpenDraft, bar, emptyActions, trace, renderWithPanel } = props;
  const { graph } = useMessages();
  const { view } = useUrlState();
  const isNarrow = useSyncExternalStore(subscribeToWidth, () => narrow.matches);
  const summary = useAnswer({ kind: 'summary' }).data;
  const shownTrace = useMemo(() => (trace === undefined ? undefined : toShownTrace(trace)), [trace]);
  return (
    <GraphDraftContext value={draft}>
      <div className={styles.page}>
        <h1 className="visually-hidden">{graph.title()}</h1>
        <GraphToolbar summary={summary} start={bar} />
        <DraftConflicts onOpenDraft={onOpenDraft} />
        <NothingLeadsHere summary={summary} actions={emptyActions} />
        {renderWithPanel(
          <div className={styles.body}>
            <ShownTraceContext value={shownTrace}>
              {view === 'table' || isNarrow ? (
                <RouteTable />
              ) : (
                <GraphView
                  summary={summary}
                  empty={<NothingHere summary={summary} actions={emptyActions} />}
                />
              )}
            </ShownTraceContext>
          </div>,
        )}
      </div>
    </GraphDraftContext>
  );
}
