import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { StatusIcon, type StatusTone } from '../../ui/status-icon.tsx';
import type { TraceAnswer } from '../../trace-view/trace-view.ts';
import { useAnnouncement } from './use-announcement.ts';
import styles from './tracer-bar.module.css';

const tones = { ok: 'ok', external: 'info', redirect: 'info', fail: 'error' } as const;

export const toneOfTrace = ({ trace }: TraceAnswer): Extract<StatusTone, 'ok' | 'info' | 'error'> =>
  tones[trace.result];

export interface TraceVerdictProps {
  /** Method and URL; empty: nothing is traced. */
  readonly request: string;
  /** `undefined`: not known yet. */
  readonly answer: TraceAnswer | undefined;
}

/** What came of a trace in a few words beside the bar, and once in full for those who hear it. */
export function TraceVerdict({ request, answer }: TraceVerdictProps): ReactNode {
  const { requestTracer } = useMessages();
  const announcement = useAnnouncement(request, answer);
  return (
    <>
      <span className={styles.verdict} data-tracer-verdict="">
        {answer === undefined ? null : (
          <Chip tone={toneOfTrace(answer)}>
            <StatusIcon tone={toneOfTrace(answer)} size={13} />
            {requestTracer.chip(answer)}
          </Chip>
        )}
      </span>
      <output className="visually-hidden" data-tracer-announcement="">
        {announcement}
      </output>
    </>
  );
}
