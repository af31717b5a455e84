import type { Finding } from '@fairlead/diagnostics';
import { lazy, Suspense, type ReactNode } from 'react';
import { GraphPage } from '../features/graph/graph-page.tsx';
import { useClusterDraft } from '../features/graph/use-cluster-draft.ts';
import { TraceVerdict } from '../features/request-tracer/trace-verdict.tsx';
import { TracerBar } from '../features/request-tracer/tracer-bar.tsx';
import { useTraceAnswers } from '../features/request-tracer/use-trace-answers.ts';
import { useTracer } from '../features/request-tracer/use-tracer.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useUrlState } from '../url-state/use-url-state.ts';
import { useAnswer } from '../workers/use-answer.ts';
import { NewObjectButton } from './editor/new-object-button.tsx';
import { useBeginDraft } from './editor/use-begin-draft.ts';
import { WithDetails } from './with-details.tsx';

// Loaded with the first trace: the panel has its place by then, so that nothing moves.
const FindingCard = lazy(async () => ({
  default: (await import('../features/object-details/finding-card.tsx')).FindingCard,
}));
const TracePanel = lazy(async () => ({
  default: (await import('../features/request-tracer/trace-panel.tsx')).TracePanel,
}));

const drawFinding = (finding: Finding): ReactNode => (
  <FindingCard finding={finding} shown={finding.place.ref} />
);

/** The graph with the tracer's bar above it and, at its right, what is selected in it or what a trace came to. */
export function GraphRoutePage(): ReactNode {
  const { requestTracer } = useMessages();
  const summary = useAnswer({ kind: 'summary' }).data;
  const { trace, deleted } = useUrlState();
  const draft = useClusterDraft(summary?.clusterId ?? '', trace === undefined ? undefined : deleted?.ref);
  const begin = useBeginDraft();
  const tracer = useTracer();
  const answers = useTraceAnswers(tracer, draft);
  const isTracing = tracer.request !== undefined;
  return (
    <GraphPage
      draft={draft}
      onOpenDraft={(ref) => begin?.edit(ref)}
      emptyActions={
        <>
          <NewObjectButton kind="Ingress" />
          <NewObjectButton kind="Service" />
          <NewObjectButton kind="Ingress" mode="yaml" />
        </>
      }
      bar={
        <TracerBar
          tracer={tracer}
          verdict={<TraceVerdict request={isTracing ? tracer.text : ''} answer={answers.shown} />}
        />
      }
      trace={answers.shown}
      renderWithPanel={(picture) => (
        <WithDetails
          otherwise={
            isTracing
              ? {
                  label: requestTracer.panel.label(),
                  panel: (
                    <Suspense>
                      <TracePanel
                        tracer={tracer}
                        answers={answers}
                        draft={draft}
                        renderFinding={drawFinding}
                      />
                    </Suspense>
                  ),
                }
              : undefined
          }
        >
          {picture}
        </WithDetails>
      )}
    />
  );
}
