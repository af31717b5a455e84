import type { ObjectRef } from '@fairlead/kube-objects';
import { Crosshair } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import type { ReachableUrl, ReachAnswer } from '../../workers/reach-answers.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { CopyLine } from './reproduce-lines.tsx';
import styles from './reach-section.module.css';
import { toTraceText, useOpenTrace } from './use-open-trace.ts';

function Url({ reachable }: { readonly reachable: ReachableUrl }): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.reach;
  const open = useOpenTrace();
  const { url, hasPlaceholder, takenBy, lines } = reachable;
  return (
    <li className={styles.url}>
      <div className={styles.urlHead}>
        <code className={styles.urlText}>{url}</code>
        <Button size="small" aria-label={words.trace(url)} onPress={() => open({ text: toTraceText(url) })}>
          <Crosshair size={13} aria-hidden />
          {words.traceShort()}
        </Button>
      </div>
      {takenBy === undefined ? null : (
        <p className={styles.taken}>
          <StatusIcon tone="warning" size={13} />
          <span>
            <RichText text={words.takenBy(takenBy)} />
          </span>
        </p>
      )}
      {hasPlaceholder ? <p className={styles.quiet}>{words.placeholder()}</p> : null}
      <details className={styles.details}>
        <summary>{words.lines(lines.length)}</summary>
        {lines.map(({ address, curl }) => (
          <CopyLine key={curl} label={words.curl(address)} text={curl} />
        ))}
      </details>
    </li>
  );
}

/** How requests come to the controllers, in plain words where nobody knows. */
function Ways({ answer }: { readonly answer: ReachAnswer }): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.reach;
  const sentences = [
    ...answer.controllers.map((controller) => words.controller(controller)),
    ...answer.classesWithoutController.map((name) => words.noController(name)),
  ];
  return sentences.map((sentence) => (
    <p key={sentence} className={styles.quiet}>
      <RichText text={sentence} />
    </p>
  ));
}

const shownAtFirst = 6;

function Urls({ urls, urlCount }: Pick<ReachAnswer, 'urls' | 'urlCount'>): ReactNode {
  const { requestTracer } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? urls : urls.slice(0, shownAtFirst);
  const rest = urlCount - shown.length;
  return (
    <>
      <ul>
        {shown.map((reachable) => (
          <Url key={`${reachable.ingress} ${reachable.url}`} reachable={reachable} />
        ))}
      </ul>
      {rest > 0 && !isWhole ? (
        <div>
          <Button size="small" variant="link" onPress={() => setWhole(true)}>
            {requestTracer.reach.more(rest)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

export interface ReachSectionProps {
  readonly target: ObjectRef;
  readonly row: readonly string[];
}

/** By which URLs and addresses something can be reached from outside, each with a trace. */
export function ReachSection({ target, row }: ReachSectionProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.reach;
  const id = useId();
  const { data, isPlaceholderData } = useAnswer({ kind: 'reach', ref: target, row });
  if (data === undefined || isPlaceholderData) return null;
  const isReached = data.urls.length + data.direct.length > 0;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h3 id={id} className={styles.heading}>
        {words.title()}
      </h3>
      {isReached ? null : <p className={styles.quiet}>{words.none()}</p>}
      {data.urls.length === 0 ? null : <Ways answer={data} />}
      <Urls urls={data.urls} urlCount={data.urlCount} />
      {data.direct.length === 0 ? null : (
        <>
          <p className={styles.quiet}>{words.direct()}</p>
          {data.direct.map(({ label, text }) => (
            <CopyLine key={`${label} ${text}`} label={label} text={text} />
          ))}
        </>
      )}
    </section>
  );
}
