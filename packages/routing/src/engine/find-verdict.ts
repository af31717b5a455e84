import { normalizeRequest, type NormalizedRequest, type RoutingRequest } from '../request.ts';
import { decideOutcome } from './decide-outcome.ts';
import { receivedPathOf } from './destination.ts';
import { findRoute, meetsNoTable } from './find-route.ts';
import { HostAnswers } from './host-answers.ts';
import { isPlainHost, isPlainPath } from './plain-request.ts';
import type { Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';
import { toVerdict, type Verdict } from './verdict.ts';

/** Verdicts of an index that are right for many requests, as far as they were asked for. */
interface KnownVerdicts {
  /** Of routes that answer every request alike. */
  readonly byRoute: Map<Route, Verdict>;
  /** Of hosts that no rule is about, by scheme. */
  readonly ofNoHost: Map<string, Verdict>;
  /** Of hosts with rules of their own; absent where more than host and path may decide. */
  readonly byHost: HostAnswers | undefined;
}

/** Whether the first rule of the best host that matches the path is all there is to it. */
const isDecidedByRule = ({ profile, options, built }: RoutingIndex): boolean =>
  profile.hostOrder(options) === 'best-host' &&
  profile.forwardedPath === undefined &&
  !profile.keepsFinalDot &&
  [profile.isOpen, profile.findRedirect, profile.rewrite, profile.needsCertificate, built.listeners].every(
    (rule) => rule === undefined,
  );

const knownVerdicts = new WeakMap<RoutingIndex, KnownVerdicts>();

function knownVerdictsOf(index: RoutingIndex): KnownVerdicts {
  let known = knownVerdicts.get(index);
  if (known === undefined) {
    known = {
      byRoute: new Map(),
      ofNoHost: new Map(),
      byHost: isDecidedByRule(index) ? new HostAnswers() : undefined,
    };
    knownVerdicts.set(index, known);
  }
  return known;
}

/** The answer as it is found without remembering. */
const workOut = (index: RoutingIndex, request: NormalizedRequest): Verdict =>
  toVerdict(index, request, decideOutcome(index, request));

/** The answer where no route takes the request: one for all hosts that neither a table nor a rejected Ingress is about. */
function findVerdictOfNone(index: RoutingIndex, request: NormalizedRequest): Verdict {
  const isExplained = index.rejected.length > 0 || index.droppedByHost.size > 0;
  if (isExplained || !meetsNoTable(index, request)) return workOut(index, request);
  const { ofNoHost } = knownVerdictsOf(index);
  let verdict = ofNoHost.get(request.scheme);
  if (verdict === undefined) {
    verdict = workOut(index, request);
    ofNoHost.set(request.scheme, verdict);
  }
  return verdict;
}

/** The verdict of a request that is already as it is compared, if one like it was asked for before. */
function findKnownVerdict(
  { exactHosts, wildcardHosts }: RoutingIndex,
  { byHost, ofNoHost }: KnownVerdicts,
  given: RoutingRequest,
): Verdict | undefined {
  if (byHost === undefined) return undefined;
  const known = byHost.find(given);
  if (known !== undefined) return known;
  const ofNone = ofNoHost.get(given.scheme);
  const mayHaveRules = ofNone === undefined || wildcardHosts.size > 0 || exactHosts.has(given.host);
  return !mayHaveRules && isPlainHost(given.host) && isPlainPath(given.path) ? ofNone : undefined;
}

/** Whether a route leads to one backend, whatever else a request carries. */
const isPlain = ({ action, canary, fixedStatus, redirect }: Route): boolean =>
  action === 'backend' && canary === undefined && fixedStatus === undefined && redirect === undefined;

/** The answer for a route whose requests all go the same way, which is worked out once. */
function findPlainVerdict(
  index: RoutingIndex,
  request: NormalizedRequest,
  { route, path }: { readonly route: Route; readonly path: string },
): Verdict {
  const { byRoute, byHost } = knownVerdictsOf(index);
  let verdict = byRoute.get(route);
  if (verdict === undefined) {
    verdict = { ...workOut(index, request), rewrittenPath: null };
    byRoute.set(route, verdict);
    const table = index.exactHosts.get(request.host);
    if (table !== undefined) byHost?.keep({ table, route, verdict });
  }
  if (verdict.result !== 'ok' && verdict.result !== 'external') return verdict;
  const received = receivedPathOf(index.profile, request, { route, path });
  return received === request.path ? verdict : { ...verdict, rewrittenPath: received };
}

/** [TRC-15] Where a request goes, by names alone; its cost does not grow with the number of hosts. */
export function findVerdict(index: RoutingIndex, given: RoutingRequest): Verdict {
  const known = findKnownVerdict(index, knownVerdictsOf(index), given);
  if (known !== undefined) return known;
  const request = normalizeRequest(given);
  const { profile, built } = index;
  const path = profile.normalizePath(request.path);
  const mayBeRefused = profile.needsCertificate === true && request.scheme === 'https';
  if (path === undefined || mayBeRefused) return workOut(index, request);
  const route = findRoute(index, request, path);
  if (route === undefined)
    return built.listeners === undefined ? findVerdictOfNone(index, request) : workOut(index, request);
  const isDirect = isPlain(route) && profile.findRedirect?.(route, request, built) === undefined;
  return isDirect ? findPlainVerdict(index, request, { route, path }) : workOut(index, request);
}
