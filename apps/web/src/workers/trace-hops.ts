import { findNearText, type Pod } from '@fairlead/kube-objects';
import {
  ingressClassNameOf,
  normalizeRequest,
  protocolOf,
  targetPortOf,
  type RoutingIndex,
  type RoutingRequest,
  type Trace,
  type TracedController,
  type TraceReason,
  type TraceStage,
} from '@fairlead/routing';
import { selectorPairs } from './service-texts.ts';
import type {
  AddressHop,
  ControllerHop,
  HopState,
  HostHop,
  PathHop,
  PodsHop,
  ServicePortHop,
  TargetPortHop,
  TraceHop,
} from '../trace-view/trace-view.ts';
import type { TracedCertificate } from '../trace-view/traced-facts.ts';
import { loserKindOf } from './trace-losers.ts';
import type { TracedBackend } from './traced-backend.ts';

/** A trace with everything that its hops are told from. */
export interface TracedParts {
  readonly request: RoutingRequest;
  readonly controller: TracedController;
  readonly index: RoutingIndex;
  readonly trace: Trace;
  readonly behind: TracedBackend;
  /** What was read of the certificate that the host's entry names. */
  readonly certificate: TracedCertificate | undefined;
}

const hopOfStage: Readonly<Record<TraceStage, number>> = {
  entry: 2,
  admission: 2,
  class: 2,
  gateway: 2,
  tls: 2,
  host: 3,
  path: 4,
  conflict: 4,
  backend: 5,
  endpoints: 7,
};

/** Reasons that speak of another hop than their stage. */
const hopOfReason = new Map<TraceReason | null, number>([
  ['PROTOCOL_MISMATCH', 5],
  ['TARGET_PORT_UNRESOLVED', 6],
  ['ENDPOINT_PORT_NAME_MISMATCH', 6],
]);

/** The hop at which a request ends that does not get where its rule leads; 1 to 7. */
export const brokenHopOf = ({ result, stage, reason }: Trace): number | undefined =>
  result === 'fail' ? (hopOfReason.get(reason) ?? hopOfStage[stage]) : undefined;

/** The last hop that a request gets to. */
function lastHopOf(trace: Trace): number {
  if (trace.result === 'redirect') return 4;
  return brokenHopOf(trace) ?? 7;
}

function stateOf(trace: Trace, hop: number): HopState {
  const broken = brokenHopOf(trace);
  if (broken === hop) return 'broken';
  return hop > lastHopOf(trace) ? 'not-reached' : 'ok';
}

const shownAddresses = 3;

function addressHop({ request, controller, behind }: TracedParts): AddressHop {
  const listening = (controller.running?.addresses ?? [])
    .filter(({ kind }) => kind !== 'cluster-ip')
    .map(({ host }) => host);
  const written = (behind.ingress?.status?.loadBalancer?.ingress ?? []).flatMap(
    ({ hostname, ip }) => hostname || ip || [],
  );
  const all = [...new Set(listening.length > 0 ? listening : written)];
  return {
    stage: 'address',
    state: all.length === 0 ? 'unknown' : 'ok',
    host: normalizeRequest(request).host,
    addresses: all.slice(0, shownAddresses),
    moreCount: Math.max(0, all.length - shownAddresses),
    source: listening.length > 0 ? 'controller' : written.length > 0 ? 'ingress-status' : 'unknown',
  };
}

const refusals: ReadonlySet<TraceReason> = new Set([
  'INVALID_INGRESS',
  'CLASS_NOT_FOUND',
  'CLASS_OTHER_CONTROLLER',
  'NO_CLASS',
]);

function refusedOf({ trace, behind }: TracedParts): ControllerHop['refused'] {
  const { reason, ingress, field } = trace;
  if (reason === null || !refusals.has(reason)) return undefined;
  const className = behind.ingress === undefined ? undefined : ingressClassNameOf(behind.ingress)?.name;
  return { reason, ingress: ingress ?? '', className: className ?? '', field };
}

function controllerHop(parts: TracedParts): ControllerHop {
  const { request, trace, certificate } = parts;
  const { port, scheme } = normalizeRequest(request);
  const refused = refusedOf(parts);
  const state = stateOf(trace, 2);
  const isOutOfDate = certificate?.validity !== undefined && certificate.validity.kind !== 'valid';
  const hasWrongCertificate =
    (trace.tls?.covered === false || isOutOfDate) && state === 'ok' && trace.ingress !== null;
  return {
    stage: 'controller',
    state: hasWrongCertificate ? 'warning' : state,
    scheme,
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
    tls: trace.tls,
    certificate: trace.tls === undefined ? undefined : certificate,
    refused,
  };
}

function matchOf(host: string | undefined): HostHop['match'] {
  if (host === undefined) return 'none';
  if (host === '') return 'any';
  return host.startsWith('*.') ? 'wildcard' : 'exact';
}

function hostHop({ request, index, trace }: TracedParts): HostHop {
  const host = trace.steps.find(({ code }) => code === 'HOST_MATCHED')?.details['host'];
  const state = stateOf(trace, 3);
  const named =
    host === undefined
      ? []
      : index.taken.filter(({ spec }) =>
          (spec.rules ?? []).some((rule) => (rule.host ?? '').toLowerCase() === host),
        );
  return {
    stage: 'host',
    state,
    match: matchOf(host),
    hostRule: trace.hostRule ?? host ?? '',
    ingresses: named.slice(0, 5).map(({ metadata: { namespace = '', name } }) => `${namespace}/${name}`),
    closest:
      state === 'broken'
        ? findNearHost([...index.exactHosts.keys()], normalizeRequest(request).host)
        : undefined,
  };
}

function findNearHost(hosts: readonly string[], wanted: string): string | undefined {
  return findNearText(
    wanted,
    hosts.filter((host) => host !== '' && host !== wanted),
  );
}

function pathHop({ trace }: TracedParts): PathHop {
  const hasRule = trace.pathType !== null || trace.path !== null;
  const alsoMatching = trace.losers.filter((loser) => {
    const kind = loserKindOf(loser, trace);
    return kind === 'shorter-path' || kind === 'later-rule' || kind === 'less-specific-host';
  }).length;
  const notMatching = trace.losers.filter((loser) => loserKindOf(loser, trace) === 'other-path').length;
  const matchCount = alsoMatching + (hasRule ? 1 : 0);
  return {
    stage: 'path',
    state: stateOf(trace, 4),
    match: trace.viaDefaultBackend ? 'default-backend' : hasRule ? 'rule' : 'none',
    path: trace.path ?? '',
    pathType: trace.pathType ?? '',
    ingress: trace.ingress ?? undefined,
    matchCount,
    ruleCount: matchCount + notMatching,
    redirect:
      trace.location === undefined
        ? undefined
        : { httpStatus: trace.httpStatus ?? 308, location: trace.location },
    rewrittenPath: trace.rewrittenPath,
    split: trace.split ?? [],
  };
}

function wantedPort({ backend }: TracedBackend): string {
  const { name, number } = backend?.service?.port ?? {};
  return name || (number === undefined ? '' : String(number));
}

const namedPort = (name: string | undefined, number: number): string =>
  name === undefined || name === '' ? String(number) : `${name} (${number})`;

function portOf({ port }: TracedBackend): ServicePortHop['port'] {
  if (port === undefined) return undefined;
  const { name = '', port: number } = port.port;
  return { number, name, protocol: protocolOf(port.port) };
}

function servicePortHop({ trace, behind }: TracedParts): ServicePortHop {
  const state = stateOf(trace, 5);
  const isReached = state !== 'not-reached';
  const isBroken = state === 'broken';
  const namespace = behind.ingress?.metadata.namespace ?? '';
  const named = behind.backend?.service;
  const there = isBroken ? (behind.service?.spec.ports ?? []) : [];
  return {
    stage: 'service-port',
    state,
    service: isReached && named !== undefined ? `${namespace}/${named.name}` : undefined,
    wanted: wantedPort(behind),
    port: isReached ? portOf(behind) : undefined,
    problem: isBroken ? (trace.reason ?? undefined) : undefined,
    externalName: trace.externalName,
    portsThere: there.map(({ name, port }) => namedPort(name, port)),
  };
}

const declaredPorts = ({ spec }: Pod): readonly string[] =>
  (spec.containers ?? []).flatMap(({ ports = [] }) =>
    ports.map(({ name, containerPort }) => namedPort(name, containerPort)),
  );

function targetPortHop({ trace, behind }: TracedParts): TargetPortHop {
  const { port, endpoints } = behind;
  const reached = trace.externalName === undefined ? stateOf(trace, 6) : 'not-reached';
  const target = port === undefined ? '' : targetPortOf(port.port);
  return {
    stage: 'target-port',
    state: reached,
    target: String(target),
    isName: typeof target === 'string',
    numbers: port?.targetNumbers ?? [],
    problem: reached === 'broken' ? (trace.reason ?? undefined) : undefined,
    selectedPods: endpoints?.selectedPods.length ?? 0,
    containerPorts:
      reached === 'broken'
        ? [...new Set((endpoints?.selectedPods ?? []).flatMap(declaredPorts))].slice(0, 6)
        : [],
  };
}

const shownEndpoints = 4;

function podsHop({ trace, behind }: TracedParts): PodsHop {
  const { endpoints, port, service } = behind;
  const reached = stateOf(trace, 7);
  const isUnknown = reached === 'broken' && endpoints?.isKnown === false;
  return {
    stage: 'pods',
    state: isUnknown ? 'unknown' : reached,
    ready: trace.endpoints.length,
    all: Math.max(port?.endpoints.length ?? 0, trace.endpoints.length),
    endpoints: trace.endpoints.slice(0, shownEndpoints),
    problem: reached === 'broken' ? (trace.reason ?? undefined) : undefined,
    selector: service === undefined ? [] : selectorPairs(service).slice(0, 6),
    externalName: trace.externalName,
  };
}

/** The seven hops of a request, each with what was decided there. */
export const listTraceHops = (parts: TracedParts): readonly TraceHop[] => [
  addressHop(parts),
  controllerHop(parts),
  hostHop(parts),
  pathHop(parts),
  servicePortHop(parts),
  targetPortHop(parts),
  podsHop(parts),
];
