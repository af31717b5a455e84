import type { NormalizedRequest } from '../request.ts';
import type { TraceReason, TraceResult, TraceStage } from '../trace.ts';
import { canaryShareOf } from './choose-backend.ts';
import type { BackendTarget } from './backend-target.ts';
import { findTlsOf } from './find-tls.ts';
import { findUnbuilt, type UnbuiltRule } from './find-unbuilt.ts';
import { meetsConditions } from './route-condition.ts';
import type { Route } from './route.ts';
import type { RejectedIngress } from './admit-ingress.ts';
import type { RoutingIndex } from './routing-index.ts';
import { selectRoute, type Selection } from './select-route.ts';
import { isAboutHost, isMeantFor, wouldTake, type HostScope } from './would-take.ts';

/** What happens to a request, by reference into the index. */
export interface Outcome {
  readonly result: TraceResult;
  readonly stage: TraceStage;
  readonly reason: TraceReason | null;
  readonly httpStatus: number | null;
  readonly location: string | undefined;
  readonly route: Route | undefined;
  readonly target: BackendTarget | undefined;
  /** An Ingress that would have taken the request, had the controller taken the Ingress. */
  readonly missed: RejectedIngress | undefined;
  /** A rule that would have taken the request, had its backend been there. */
  readonly unbuilt: UnbuiltRule | undefined;
  readonly selection: Selection;
  /** The share of such requests that the route's canary gets, 0 to 1. */
  readonly canaryShare: number;
}

const nowhere = {
  canaryShare: 0,
  location: undefined,
  route: undefined,
  target: undefined,
  missed: undefined,
  unbuilt: undefined,
};

/** Whether a route's conditions leave the request's host to it. */
const isForHost = ({ conditions = [] }: Route, request: NormalizedRequest): boolean =>
  meetsConditions(
    conditions.filter(({ kind }) => kind === 'host'),
    request,
  );

function reasonOfNoRoute({ tables }: Selection, request: NormalizedRequest): TraceReason {
  const [first] = tables;
  if (first === undefined) return 'NO_HOST_MATCH';
  if (first.routes.length > 0)
    return first.routes.some((route) => isForHost(route, request)) ? 'NO_PATH_MATCH' : 'NO_HOST_MATCH';
  return tables.some(({ host }) => host !== '') ? 'NO_PATH_MATCH' : 'NO_HOST_MATCH';
}

const scopeOf = ({ tables }: Selection): HostScope =>
  tables.some(({ host, routes }) => host !== '' && routes.length > 0) ? 'by-name' : 'any';

/** [TRC-10] An Ingress that was meant for the request or, where no rule names the host, is about the host at all. */
function findRefused(
  { rejected }: RoutingIndex,
  request: NormalizedRequest,
  scope: HostScope,
): RejectedIngress | undefined {
  const meant = rejected.find((each) => isMeantFor(each, request, scope));
  return meant ?? (scope === 'by-name' ? undefined : rejected.find((each) => isAboutHost(each, request)));
}

/**
 * [TRC-10] No route: an Ingress that the controller left out explains most, then a rule that it left out for its backend, then
 * an Ingress that is refused for what it says of host or path, then the host, then the path.
 */
function explainNoRoute(index: RoutingIndex, request: NormalizedRequest, selection: Selection): Outcome {
  const scope = scopeOf(selection);
  const literal = index.rejected.find((each) => wouldTake(each, request, scope));
  const httpStatus = selection.path === undefined ? 400 : 404;
  const unbuilt = literal === undefined ? findUnbuilt(index, request, selection) : undefined;
  const missed = literal ?? (unbuilt === undefined ? findRefused(index, request, scope) : undefined);
  const known = missed ?? unbuilt?.target;
  const reason = known?.reason ?? reasonOfNoRoute(selection, request);
  const stage = known?.stage ?? (reason === 'NO_PATH_MATCH' ? 'path' : 'host');
  return { ...nowhere, result: 'fail', stage, reason, httpStatus, missed, unbuilt, selection };
}

function outcomeOfTarget(
  index: RoutingIndex,
  target: BackendTarget,
): Omit<Outcome, 'route' | 'selection' | 'canaryShare'> {
  const shared = { ...nowhere, target };
  if (target.kind === 'ready')
    return { ...shared, result: 'ok', stage: 'endpoints', reason: null, httpStatus: null };
  if (target.kind === 'external')
    return { ...shared, result: 'external', stage: 'backend', reason: 'EXTERNALNAME', httpStatus: null };
  const httpStatus = index.profile.statusOf(target);
  return { ...shared, result: 'fail', stage: target.stage, reason: target.reason, httpStatus };
}

/** [TRC-18] Https that ends in the handshake; `undefined` where a certificate is shown or plain http is spoken. */
function findRefusedHandshake(
  index: RoutingIndex,
  request: NormalizedRequest,
  selection: Selection,
): Outcome | undefined {
  if (request.scheme === 'http' || index.profile.needsCertificate !== true) return undefined;
  const { secret, reason = 'TLS_HOST_NOT_COVERED' } = findTlsOf(index, request, selection);
  if (secret !== null) return undefined;
  if (selection.tables.length === 0)
    return { ...explainNoRoute(index, request, selection), httpStatus: null };
  const { route } = selection;
  return { ...nowhere, result: 'fail', stage: 'tls', reason, httpStatus: null, route, selection };
}

/** [TRC-21] Nothing listens for the scheme where the request's host leads. */
function findMissingListener(
  { built }: RoutingIndex,
  { scheme }: NormalizedRequest,
  selection: Selection,
): Outcome | undefined {
  const [table] = selection.tables;
  const schemes = table === undefined ? undefined : built.listeners?.get(table.host);
  return schemes === undefined || schemes.has(scheme)
    ? undefined
    : { ...nowhere, result: 'fail', stage: 'entry', reason: 'NO_LISTENER', httpStatus: null, selection };
}

/** What happens to a request: the route, a redirect before it, and what stands behind it. */
export function decideOutcome(index: RoutingIndex, request: NormalizedRequest): Outcome {
  const selection = selectRoute(index, request);
  const { route } = selection;
  const refused =
    findMissingListener(index, request, selection) ?? findRefusedHandshake(index, request, selection);
  if (refused !== undefined) return refused;
  if (route === undefined) return explainNoRoute(index, request, selection);
  const redirect = index.profile.findRedirect?.(route, request, index.built);
  if (redirect !== undefined)
    return {
      ...nowhere,
      result: 'redirect',
      stage: 'tls',
      reason: 'REDIRECT',
      httpStatus: redirect.status,
      location: redirect.location,
      route,
      selection,
    };
  if (route.action === 'not-found') return explainNoRoute(index, request, selection);
  if (route.fixedStatus !== undefined) return outcomeOfFixedStatus(route, route.fixedStatus, selection);
  return outcomeOfBackend(index, request, { route, selection });
}

/** [TRC-19] No backend is asked. */
const outcomeOfFixedStatus = (route: Route, httpStatus: number | null, selection: Selection): Outcome => ({
  ...nowhere,
  result: 'fail',
  stage: 'backend',
  reason: 'BACKEND_NOT_FOUND',
  httpStatus,
  route,
  selection,
});

/** [TRC-25] The route with the backend that is asked: its fallback where nothing behind its own is ready. */
function withFallback({ targetOf }: RoutingIndex, route: Route): Route {
  const { fallback, ingress } = route;
  if (fallback === undefined || targetOf(route).kind !== 'failed') return route;
  const target = targetOf({ ingress, backend: fallback });
  const isServing = target.kind === 'ready' || (target.kind === 'external' && target.port !== undefined);
  return isServing ? { ...route, backend: fallback } : route;
}

/** [TRC-16] The canary of a route where it gets the request alone; it must have ready endpoints. */
function outcomeOfBackend(
  index: RoutingIndex,
  request: NormalizedRequest,
  { route, selection }: { readonly route: Route; readonly selection: Selection },
): Outcome {
  const share = canaryShareOf(route, request);
  const { canary } = route;
  const own = withFallback(index, route);
  const isOpen = canary?.needsMain !== true || index.targetOf(own).kind !== 'failed';
  const hasCanary = isOpen && share > 0 && canary !== undefined && index.targetOf(canary).kind !== 'failed';
  if (!hasCanary || canary === undefined)
    return { ...outcomeOfTarget(index, index.targetOf(own)), route: own, selection, canaryShare: 0 };
  const asked = share === 1 ? { ...route, ingress: canary.ingress, backend: canary.backend } : own;
  return { ...outcomeOfTarget(index, index.targetOf(asked)), route: asked, selection, canaryShare: share };
}
