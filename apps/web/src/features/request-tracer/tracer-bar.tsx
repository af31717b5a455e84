import type { RequestLineCode } from '@fairlead/routing';
import { Crosshair, X } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RequestField } from './request-field.tsx';
import { RequestMore } from './request-more.tsx';
import { listHeaders, printUrl, readTyped } from './request-text.ts';
import styles from './tracer-bar.module.css';
import type { Tracer } from './use-tracer.ts';
import type { TraceHeader } from '../../url-state/trace-headers.ts';

/** What is typed and not traced yet. `of`: the trace that it began from. */
interface Typed {
  readonly of: string;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly TraceHeader[];
  readonly problem: RequestLineCode | undefined;
}

function typedFrom({ text, request, headers, problem }: Tracer): Typed {
  const url = request === undefined ? text : printUrl(request);
  return { of: text, url, method: request?.method ?? 'GET', headers, problem };
}

/** Typing goes on until another request is traced: by Enter, a link, or going back. */
function useTyped(tracer: Tracer): readonly [Typed, (change: Partial<Typed>) => void] {
  const [typed, setTyped] = useState<Typed | undefined>();
  const shown = typed?.of === tracer.text ? typed : typedFrom(tracer);
  return [shown, (change) => setTyped({ ...shown, problem: undefined, ...change })];
}

export interface TracerBarProps {
  readonly tracer: Tracer;
  /** What came of it, in a few words. */
  readonly verdict: ReactNode;
}

/** A field for a URL or a curl line that traces it; method and headers behind "More". */
export function TracerBar({ tracer, verdict }: TracerBarProps): ReactNode {
  const { requestTracer } = useMessages();
  const [typed, type] = useTyped(tracer);
  const submit = (url = typed.url): void => {
    const read = readTyped(url, typed.method);
    if (read.kind === 'problem') return type({ url, problem: read.code });
    const sent = listHeaders(read.request);
    type({ url: printUrl(read.request) });
    tracer.start(read.request, sent.length > 0 ? sent : typed.headers);
  };
  const clear = (): void => {
    type({ url: '', method: 'GET', headers: [] });
    if (tracer.text !== '') tracer.clear();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || typed.url === '') return;
    event.preventDefault();
    event.stopPropagation();
    clear();
  };
  return (
    <search className={styles.bar} aria-label={requestTracer.label()} data-region="" tabIndex={-1}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens to Escape in what is inside it */}
      <div className={styles.field} data-invalid={typed.problem !== undefined} onKeyDown={onKeyDown}>
        <Crosshair size={15} aria-hidden className={styles.icon} />
        <span className={styles.method}>{typed.method}</span>
        <RequestField
          value={typed.url}
          problem={typed.problem}
          onChange={(url) => type({ url })}
          onSubmit={submit}
        />
        {typed.url === '' ? null : (
          <IconButton size="small" label={requestTracer.clear()} onPress={clear}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
        <RequestMore
          method={typed.method}
          headers={typed.headers}
          onMethod={(method) => type({ method })}
          onHeaders={(headers) => type({ headers })}
        />
        <Button variant="primary" size="small" onPress={() => submit()}>
          {requestTracer.submit()}
        </Button>
      </div>
      {verdict}
    </search>
  );
}
