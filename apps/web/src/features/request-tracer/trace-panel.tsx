import type { Finding } from '@fairlead/diagnostics';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { TraceAnswer } from '../../trace-view/trace-view.ts';
import { DraftCompare } from './draft-compare.tsx';
import { HiddenWay } from './hidden-way.tsx';
import { HopList } from './hop-list.tsx';
import { LoserList } from './loser-list.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { ReproduceLines } from './reproduce-lines.tsx';
import styles from './trace-panel.module.css';
import { toneOfTrace } from './trace-verdict.tsx';
import type { TraceAnswers, TracedDraft } from './use-trace-answers.ts';
import type { Tracer } from './use-tracer.ts';

type TabId = 'path' | 'lost' | 'reproduce';

export interface TracePanelProps {
  readonly tracer: Tracer;
  readonly answers: TraceAnswers;
  readonly draft: TracedDraft | undefined;
  /** Draws what is wrong where the request breaks, with its fix. */
  readonly renderFinding: (finding: Finding) => ReactNode;
}

/** Titles and details one under the other, for who wants them elsewhere. */
function useText(request: string, answer: TraceAnswer): () => string {
  const { requestTracer } = useMessages();
  const { headline, sentence, hop, controllerTitle, losers } = requestTracer;
  return () =>
    [
      request,
      headline(answer),
      sentence(answer),
      ...answer.hops.map(
        (each, index) =>
          `${index + 1}. ${hop.title(each, controllerTitle(answer.controller))} (${hop.state[each.state]()}). ${hop.detail(each)}`,
      ),
      ...answer.losers.flatMap(({ kind, losers: lost }) => [
        `${losers.title(kind)}:`,
        ...lost.map(({ ingress, path, pathType }) => `  ${path ?? ''} ${pathType ?? ''} ${ingress}`),
      ]),
      requestTracer.computed(answer),
      requestTracer.settings(answer),
    ]
      .join('\n')
      .replaceAll('`', '');
}

function Head({ tracer, answer }: { readonly tracer: Tracer; readonly answer: TraceAnswer }): ReactNode {
  const { requestTracer } = useMessages();
  const { panel } = requestTracer;
  const text = useText(tracer.text, answer);
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <StatusIcon tone={toneOfTrace(answer)} size={18} />
        <h2 id="trace-title" tabIndex={-1} className={styles.title}>
          {requestTracer.headline(answer)}
        </h2>
        <span className={styles.close}>
          <IconButton label={panel.close()} onPress={tracer.clear}>
            <X size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      <p className={styles.sentence}>
        <RichText text={requestTracer.sentence(answer)} />
      </p>
      <p className={styles.computed}>
        {requestTracer.computed(answer)} {answer.trace.assumed ? requestTracer.assumed() : ''}
      </p>
      {answer.settings === undefined ? null : (
        <p className={styles.computed} data-trace-settings="">
          <RichText text={requestTracer.settings(answer)} />
        </p>
      )}
      {answer.controller.isKnown ? null : (
        <p className={styles.unknownController}>{requestTracer.unknownController(answer.controller.name)}</p>
      )}
      {tracer.withheld.length === 0 ? null : (
        <p className={styles.unknownController}>{requestTracer.withheld(tracer.withheld)}</p>
      )}
      <HiddenWay way={answer.way} />
      <div className={styles.actions}>
        <CopyButton text={text} label={panel.copyText()} copiedLabel={panel.copied()} hasWords />
      </div>
    </header>
  );
}

/** The whole answer: what happens in a sentence, hop by hop, who lost and why, and how to try it. */
export function TracePanel({ tracer, answers, draft, renderFinding }: TracePanelProps): ReactNode {
  const { requestTracer } = useMessages();
  const { panel } = requestTracer;
  const [tab, setTab] = useState<TabId>('path');
  const { shown: answer, failure } = answers;
  if (failure !== null) return <ErrorPanel title={panel.failed()} quote={failure.message} />;
  if (answer === undefined) return <output className={styles.waiting}>{requestTracer.computing()}</output>;
  const { finding } = answer;
  return (
    <div className={styles.frame} data-trace-panel="">
      <Head tracer={tracer} answer={answer} />
      {draft === undefined ? null : <DraftCompare answers={answers} draft={draft} />}
      <Tabs<TabId>
        label={panel.tabs()}
        selected={tab}
        onSelect={setTab}
        items={[
          {
            id: 'path',
            label: panel.path(),
            content: (
              <div className={styles.stack}>
                <HopList answer={answer} />
                {finding === undefined ? null : (
                  <section aria-label={panel.fix()}>{renderFinding(finding)}</section>
                )}
                <LoserList answer={answer} />
                <ProfileChoice answer={answer} via={tracer.via} onChange={tracer.choose} />
              </div>
            ),
          },
          {
            id: 'lost',
            label: panel.lost(),
            count: answer.trace.losers.length,
            content: (
              <div className={styles.stack}>
                <LoserList answer={answer} />
              </div>
            ),
          },
          {
            id: 'reproduce',
            label: panel.reproduce(),
            content: (
              <div className={styles.stack}>
                <ReproduceLines addresses={answer.reproduce} />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
