import { keyOfRef } from '@fairlead/kube-objects';
import type { TraceLoser } from '@fairlead/routing';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { parseSelection } from '../../url-state/selection.ts';
import { useSetUrlState } from '../../url-state/use-url-state.ts';
import type { LoserGroup, LoserKind, TraceAnswer } from '../../trace-view/trace-view.ts';
import styles from './trace-panel.module.css';

interface LoserProps {
  readonly loser: TraceLoser;
  readonly kind: LoserKind;
  readonly answer: TraceAnswer;
}

function splitName(name: string): { readonly namespace: string; readonly name: string } {
  const slash = name.indexOf('/');
  return { namespace: name.slice(0, slash), name: name.slice(slash + 1) };
}

/** A rule that lost, with the way to it. */
function Loser({ loser, kind, answer }: LoserProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.losers;
  const setUrl = useSetUrlState();
  const open = (): void => {
    const key = keyOfRef({ kind: 'Ingress', ...splitName(loser.ingress) });
    const row = loser.path === null ? '' : `~${loser.hostRule ?? ''}~${loser.path}`;
    setUrl({ selection: parseSelection(`${key}${row}`), tab: 'summary' });
  };
  const host = loser.hostRule === answer.trace.hostRule ? '' : (loser.hostRule ?? words.any());
  const path = loser.path === null || loser.path === '' ? words.everyPath() : loser.path;
  return (
    <li className={styles.loser}>
      <div className={styles.loserHead}>
        {kind === 'not-served' && loser.path === null ? (
          <span>{words.whole()}</span>
        ) : (
          <code className={styles.loserPath}>
            {host}
            {path}
          </code>
        )}
        <span className={styles.loserType}>{loser.pathType ?? ''}</span>
        <Button variant="link" size="small" onPress={open}>
          {loser.ingress}
        </Button>
      </div>
      <p className={styles.loserWhy}>
        <RichText text={words.why(kind, loser, answer)} />
      </p>
    </li>
  );
}

function Group({ group, answer }: { readonly group: LoserGroup; readonly answer: TraceAnswer }): ReactNode {
  const { requestTracer } = useMessages();
  const { kind, losers, count } = group;
  const rest = count - losers.length;
  return (
    <section aria-label={requestTracer.losers.title(kind)}>
      <h3 className={styles.groupTitle}>{requestTracer.losers.title(kind)}</h3>
      <ul>
        {losers.map((loser, index) => (
          <Loser
            key={`${index} ${loser.ingress} ${loser.hostRule ?? ''} ${loser.path ?? ''}`}
            loser={loser}
            kind={kind}
            answer={answer}
          />
        ))}
      </ul>
      {rest > 0 ? <p className={styles.quiet}>{requestTracer.losers.more(rest)}</p> : null}
    </section>
  );
}

/** The rules that lost, grouped by why. */
export function LoserList({ answer }: { readonly answer: TraceAnswer }): ReactNode {
  const { requestTracer } = useMessages();
  const { rules, hosts } = answer.otherHosts;
  return (
    <>
      {answer.losers.length === 0 ? <p className={styles.quiet}>{requestTracer.losers.none()}</p> : null}
      {answer.losers.map((group) => (
        <Group key={group.kind} group={group} answer={answer} />
      ))}
      {rules === 0 ? null : <p className={styles.quiet}>{requestTracer.losers.otherHosts(rules, hosts)}.</p>}
    </>
  );
}
