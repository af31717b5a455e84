import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/rich-text.tsx';
import type { HopState, TraceAnswer, TraceHop } from '../../trace-view/trace-view.ts';
import styles from './trace-panel.module.css';

const looks: Readonly<Record<HopState, string | undefined>> = {
  ok: styles.passed,
  warning: styles.warned,
  broken: styles.broken,
  'not-reached': styles.notReached,
  unknown: styles.unknown,
};

interface HopProps {
  readonly hop: TraceHop;
  readonly number: number;
  readonly controller: string;
}

function Hop({ hop, number, controller }: HopProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.hop;
  const isBroken = hop.state === 'broken';
  return (
    <li className={styles.hop} data-hop={number} data-state={hop.state}>
      <span className={classNames(styles.circle, looks[hop.state])} aria-hidden>
        {isBroken ? <X size={12} strokeWidth={3} /> : number}
      </span>
      <div className={styles.hopWords}>
        <p className={styles.hopTitle}>
          <span className="visually-hidden">
            {number}. {words.state[hop.state]()}:{' '}
          </span>
          <RichText text={words.title(hop, controller)} />
        </p>
        <p className={isBroken ? styles.hopBroken : styles.hopDetail}>
          <RichText text={words.detail(hop)} />
        </p>
      </div>
    </li>
  );
}

/** The seven hops, each with its state and what was decided there. */
export function HopList({ answer }: { readonly answer: TraceAnswer }): ReactNode {
  const { requestTracer } = useMessages();
  const controller = requestTracer.controllerTitle(answer.controller);
  return (
    <ol className={styles.hops} aria-label={requestTracer.panel.hops()}>
      {answer.hops.map((hop, index) => (
        <Hop key={hop.stage} hop={hop} number={index + 1} controller={controller} />
      ))}
    </ol>
  );
}
