import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { TextAreaControl } from '../../ui/form/text-area-control.tsx';
import type { TraceHeader } from '../../url-state/trace-headers.ts';
import styles from './tracer-bar.module.css';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const printLines = (headers: readonly TraceHeader[]): string =>
  headers.map(({ name, value }) => `${name}: ${value}`).join('\n');

const listLines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

const hasColon = (line: string): boolean => line.indexOf(':') > 0;

const readLines = (text: string): readonly TraceHeader[] =>
  listLines(text)
    .filter(hasColon)
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')).trim(),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));

export interface RequestMoreProps {
  readonly method: string;
  readonly headers: readonly TraceHeader[];
  readonly onMethod: (method: string) => void;
  readonly onHeaders: (headers: readonly TraceHeader[]) => void;
}

function Fields({ method, headers, onMethod, onHeaders }: RequestMoreProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.more;
  const [text, setText] = useState(() => printLines(headers));
  const bad = listLines(text).find((line) => !hasColon(line));
  return (
    <div className={styles.more}>
      <ChoiceControl
        words={{ label: words.method() }}
        choices={methods.map((id) => ({ id, label: id }))}
        value={method}
        onChange={onMethod}
      />
      <TextAreaControl
        words={{
          label: words.headers(),
          help: words.headersHint(),
          notes: bad === undefined ? [] : [{ severity: 'error', message: words.badHeader(bad) }],
        }}
        value={text}
        onChange={(next) => {
          setText(next);
          onHeaders(readLines(next));
        }}
      />
    </div>
  );
}

/** Method and headers of the request, out of the way of those who need neither. */
export function RequestMore(props: RequestMoreProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.more;
  return (
    <Popover
      label={words.title()}
      trigger={
        <Button variant="ghost" size="small">
          {words.open(props.headers.length)}
        </Button>
      }
    >
      <Fields {...props} />
    </Popover>
  );
}
