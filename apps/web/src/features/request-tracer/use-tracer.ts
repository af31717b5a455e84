import { parseRequestLine, type RequestLineCode, type RoutingRequest } from '@fairlead/routing';
import { useMemo, useState } from 'react';
import { isSecretHeader, type TraceHeader } from '../../url-state/trace-headers.ts';
import { withoutTrace } from '../../url-state/url-state.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import { printRequest, withHeaders } from './request-text.ts';

/** The request that is traced, and how to trace another. */
export interface Tracer {
  /** `undefined`: nothing is traced. */
  readonly request: RoutingRequest | undefined;
  /** Method and URL as the address has them; empty: nothing is traced. */
  readonly text: string;
  /** Why the address names no request. */
  readonly problem: RequestLineCode | undefined;
  /** With the secret values that were typed into this tab. */
  readonly headers: readonly TraceHeader[];
  /** Secret headers whose values this tab does not know. */
  readonly withheld: readonly string[];
  /** Whose rules the reader chose. */
  readonly via: string | undefined;
  readonly start: (request: RoutingRequest, headers: readonly TraceHeader[]) => void;
  readonly choose: (via: string | undefined) => void;
  readonly clear: () => void;
}

type Secrets = ReadonlyMap<string, string>;

const noSecrets: Secrets = new Map();

const rememberSecrets = (headers: readonly TraceHeader[]): Secrets =>
  new Map(headers.filter(isSecretHeader).map(({ name, value }) => [name.toLowerCase(), value]));

/** What the address traces. Secret values live in this component only. */
export function useTracer(): Tracer {
  const { trace: text = '', traceHeaders, via } = useUrlState();
  const setUrl = useSetUrlState();
  const [secrets, setSecrets] = useState<Secrets>(noSecrets);
  return useMemo(() => {
    const headers = traceHeaders.map((header) =>
      isSecretHeader(header) ? { ...header, value: secrets.get(header.name.toLowerCase()) ?? '' } : header,
    );
    const read = text === '' ? undefined : parseRequestLine(text);
    return {
      request: read?.kind === 'request' ? withHeaders(read.request, headers) : undefined,
      text,
      problem: read?.kind === 'problem' ? read.code : undefined,
      headers,
      withheld: headers
        .filter((header) => isSecretHeader(header) && header.value === '')
        .map(({ name }) => name),
      via,
      start: (request, sent) => {
        setSecrets(rememberSecrets(sent));
        setUrl({
          trace: printRequest(request),
          traceHeaders: sent,
          selection: undefined,
          focus: undefined,
          tab: 'summary',
        });
      },
      choose: (next) => setUrl({ via: next }, { isReplacing: true }),
      clear: () => setUrl(withoutTrace),
    };
  }, [text, traceHeaders, via, secrets, setUrl]);
}
