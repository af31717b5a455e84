import { normalizeRequest, type NormalizedRequest, type RoutingRequest } from '../request.ts';
import type { Trace, TraceStep, TraceTls, TraceWarning } from '../trace.ts';
import { decideOutcome, type Outcome } from './decide-outcome.ts';
import { destinationOf, rewrittenPathOf, serviceIdOf, splitOf } from './destination.ts';
import { findTlsOf } from './find-tls.ts';
import { listLosers } from './list-losers.ts';
import { ingressIdOf } from './route.ts';
import type { RejectedIngress } from './admit-ingress.ts';
import type { RoutingIndex } from './routing-index.ts';

function ruleOf({
  route,
  reason,
  missed,
  unbuilt,
}: Outcome): Pick<Trace, 'ingress' | 'hostRule' | 'path' | 'pathType' | 'viaDefaultBackend'> {
  const explaining = missed?.ingress ?? unbuilt?.ingress;
  if (route === undefined || reason === 'NO_PATH_MATCH')
    return {
      ingress: explaining === undefined ? null : ingressIdOf(explaining),
      hostRule: null,
      path: null,
      pathType: null,
      viaDefaultBackend: false,
    };
  const { hostRule, path, pathType, viaDefaultBackend } = route;
  return { ingress: ingressIdOf(route.ingress), hostRule, path, pathType, viaDefaultBackend };
}

const fieldOf = (missed: RejectedIngress | undefined): Pick<Trace, 'field'> =>
  missed?.field === undefined ? {} : { field: missed.field };

/** [TRC-3] [TRC-6] [TRC-8] [TRC-11] */
const isAssumed = ({ assumedIngresses }: RoutingIndex, { route, selection }: Outcome): boolean =>
  route !== undefined &&
  (route.isAssumed || selection.rival !== undefined || assumedIngresses.has(ingressIdOf(route.ingress)));

/** From the rule to the endpoints; [TRC-25] a backend that stands in says for which. */
function listBackendSteps(outcome: Outcome): readonly TraceStep[] {
  const { route, selection } = outcome;
  const { service, endpoints } = destinationOf(outcome);
  const steps: TraceStep[] = [];
  if (route?.fallback !== undefined && route.backend === route.fallback) {
    const instead = selection.route === undefined ? null : serviceIdOf(selection.route);
    steps.push({ stage: 'backend', code: 'FALLBACK_BACKEND', details: { instead: instead ?? '' } });
  }
  if (service !== null) steps.push({ stage: 'backend', code: 'SERVICE', details: { service } });
  if (endpoints.length > 0)
    steps.push({ stage: 'endpoints', code: 'ENDPOINTS', details: { count: `${endpoints.length}` } });
  return steps;
}

/** The hops of a request as far as it gets. */
function listSteps(request: NormalizedRequest, outcome: Outcome): readonly TraceStep[] {
  const { selection, route, result, stage, reason, location } = outcome;
  const [table] = selection.tables;
  const steps: TraceStep[] = [
    {
      stage: 'entry',
      code: 'RECEIVED',
      details: { scheme: request.scheme, host: request.host, path: request.path },
    },
  ];
  if (table !== undefined) steps.push({ stage: 'host', code: 'HOST_MATCHED', details: { host: table.host } });
  if (route !== undefined)
    steps.push({
      stage: 'path',
      code: route.viaDefaultBackend ? 'DEFAULT_BACKEND' : 'PATH_MATCHED',
      details: {
        ingress: ingressIdOf(route.ingress),
        path: route.path ?? '',
        pathType: route.pathType ?? '',
      },
    });
  steps.push(...listBackendSteps(outcome));
  if (result !== 'ok')
    steps.push({ stage, code: reason ?? '', details: location === undefined ? {} : { location } });
  return steps;
}

function listWarnings(trace: Pick<Trace, 'losers'>, tls: TraceTls | undefined): readonly TraceWarning[] {
  const isShadowing = trace.losers.some(({ reason }) => reason === 'SHADOWED');
  const shadowed: readonly TraceWarning[] = isShadowing ? ['SHADOWED'] : [];
  return tls?.reason === undefined ? shadowed : [...shadowed, tls.reason];
}

/** [TRC-1] to [TRC-15] What happens to a request and why, with everything that had a claim on it and lost. */
export function traceRequest(index: RoutingIndex, given: RoutingRequest): Trace {
  const request = normalizeRequest(given);
  const outcome = decideOutcome(index, request);
  const { result, stage, reason, httpStatus, location, missed } = outcome;
  const losers = listLosers(index, request, outcome);
  const tls = request.scheme === 'https' ? findTlsOf(index, request, outcome.selection) : undefined;
  const rewrittenPath = rewrittenPathOf(index, request, outcome);
  const split = splitOf(outcome);
  return {
    result,
    stage,
    reason,
    httpStatus,
    ...ruleOf(outcome),
    ...destinationOf(outcome),
    ...(split === undefined ? {} : { split }),
    ...(location === undefined ? {} : { location }),
    ...(rewrittenPath === undefined ? {} : { rewrittenPath }),
    ...(tls === undefined ? {} : { tls }),
    ...fieldOf(missed),
    warnings: listWarnings({ losers }, tls),
    assumed: isAssumed(index, outcome),
    steps: listSteps(request, outcome),
    losers,
  };
}
