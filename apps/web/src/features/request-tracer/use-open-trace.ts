import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import type { RoutingRequest } from '@fairlead/routing';
import { useNavigate } from '@tanstack/react-router';
import { printTraceHeaders, type TraceHeader } from '../../url-state/trace-headers.ts';
import { useCluster } from '../../workers/cluster-context.ts';

/** What to trace: a request as an address has it, with its headers. */
export interface TraceTarget {
  readonly text: string;
  readonly headers?: readonly TraceHeader[];
  /** An object whose deletion is looked at: it is traced, and drawn, as if that were done. */
  readonly deleted?: ObjectRef;
}

export const toTraceText = (url: string, method: RoutingRequest['method'] = 'GET'): string =>
  `${method} ${url}`;

/** Opens the graph with a trace, from wherever. Filters of the page it came from are left: they could hide the way. */
export function useOpenTrace(): (target: TraceTarget) => void {
  const navigate = useNavigate();
  const { context } = useCluster();
  return ({ text, headers = [], deleted }) => {
    const h = printTraceHeaders(headers);
    void navigate({
      to: '/c/$context/graph',
      params: { context },
      search: {
        trace: text,
        ...(h === '' ? {} : { h }),
        ...(deleted === undefined ? {} : { deleted: keyOfRef(deleted) }),
      },
    });
  };
}
