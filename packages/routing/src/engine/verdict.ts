import type { NormalizedRequest } from '../request.ts';
import type { TraceReason, TraceResult, TraceShare } from '../trace.ts';
import type { Outcome } from './decide-outcome.ts';
import { destinationOf, rewrittenPathOf, splitOf } from './destination.ts';
import { ingressIdOf, type Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';

/** Where a request goes, by names and numbers alone. Each means what it means in a `Trace`. */
export interface Verdict {
  readonly result: TraceResult;
  readonly reason: TraceReason | null;
  readonly httpStatus: number | null;
  /** Of the route that was chosen. */
  readonly routeId: string | null;
  readonly ingress: string | null;
  readonly hostRule: string | null;
  readonly path: string | null;
  readonly viaDefaultBackend: boolean;
  readonly service: string | null;
  readonly servicePort: number | null;
  readonly endpoints: readonly string[];
  readonly externalName: string | null;
  readonly location: string | null;
  readonly rewrittenPath: string | null;
  /** Empty where one backend gets every such request. */
  readonly split: readonly TraceShare[];
}

const noShares: readonly TraceShare[] = [];

type NamedRule = Pick<Verdict, 'routeId' | 'ingress' | 'hostRule' | 'path' | 'viaDefaultBackend'>;

const noRule: NamedRule = {
  routeId: null,
  ingress: null,
  hostRule: null,
  path: null,
  viaDefaultBackend: false,
};

const ruleOf = ({ id, ingress, hostRule, path, viaDefaultBackend }: Route): NamedRule => ({
  routeId: id,
  ingress: ingressIdOf(ingress),
  hostRule,
  path,
  viaDefaultBackend,
});

/** [TRC-15] The short answer, for many requests: never explains, never lists who lost. */
export function toVerdict(index: RoutingIndex, request: NormalizedRequest, outcome: Outcome): Verdict {
  const { result, reason, httpStatus, route, location } = outcome;
  const { service, servicePort, endpoints, externalName } = destinationOf(outcome);
  return {
    result,
    reason,
    httpStatus,
    ...(route === undefined ? noRule : ruleOf(route)),
    service,
    servicePort,
    endpoints,
    externalName: externalName ?? null,
    location: location ?? null,
    rewrittenPath: rewrittenPathOf(index, request, outcome) ?? null,
    split: splitOf(outcome) ?? noShares,
  };
}
