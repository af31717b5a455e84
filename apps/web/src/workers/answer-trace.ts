import type { Finding } from '@fairlead/diagnostics';
import { keyOf, refOf } from '@fairlead/kube-objects';
import { splitTarget } from '@fairlead/resource-graph';
import {
  isTlsHost,
  listIngressPaths,
  listRequestLines,
  listTlsSecrets,
  type RoutingRequest,
  type Trace,
  type TracedController,
} from '@fairlead/routing';
import type { PictureModel } from './cluster-model.ts';
import type { KnownRequest, KnownRequestsQuestion, TraceQuestion } from './trace-questions.ts';
import type { RequestAddress, TraceAnswer, TracedWay, TracePicture } from '../trace-view/trace-view.ts';
import { brokenHopOf, listTraceHops } from './trace-hops.ts';
import { countOtherHosts, groupLosers } from './trace-losers.ts';
import { buildTracePicture } from './trace-picture.ts';
import { findTracedBackend, type TracedBackend } from './traced-backend.ts';
import {
  findTracedCertificate,
  listSettingsPlaces,
  toControllerChoice,
  traceThrough,
  type WhatToTrace,
} from './traced-cluster.ts';

const ranks = { error: 0, warning: 1, info: 2 } as const;

const isOfRule = ({ place }: Finding, trace: Trace): boolean =>
  place.path === undefined ||
  (place.path.host === (trace.hostRule ?? '') &&
    (place.path.path === (trace.path ?? '') || place.path.pathType === ''));

/** The finding that tells best why a request breaks: at the rule or the Service, errors and those with a fix first. */
function findFinding(
  model: PictureModel,
  { trace, behind, brokenHop }: { trace: Trace; behind: TracedBackend; brokenHop: number | undefined },
): Finding | undefined {
  const { ingress, service } = behind;
  if (brokenHop === undefined || ingress === undefined) return undefined;
  const ofIngress = model.diagnosis
    .listFor(keyOf(ingress))
    .filter((finding) => isOfRule(finding, trace) && finding.effect !== 'hygiene');
  const ofService = service === undefined ? [] : model.diagnosis.listFor(keyOf(service));
  const candidates = brokenHop >= 6 ? [...ofService, ...ofIngress] : [...ofIngress, ...ofService];
  const failing = candidates.filter(({ effect }) => effect === 'requests-fail');
  const [best] = failing.toSorted(
    (a, b) =>
      ranks[a.severity] - ranks[b.severity] ||
      Number(b.fixes.some(({ edits }) => edits !== undefined)) -
        Number(a.fixes.some(({ edits }) => edits !== undefined)),
  );
  return best;
}

/** Lines that send this request to each address of who answers it, else to what the status of its Ingress says. */
function listReproductions(
  request: RoutingRequest,
  { controller, ingress }: { controller: TracedController; ingress: TracedBackend['ingress'] },
): readonly RequestAddress[] {
  const listening = (controller.running?.addresses ?? []).filter(({ kind }) => kind !== 'cluster-ip');
  const written = (ingress?.status?.loadBalancer?.ingress ?? []).flatMap(({ hostname, ip }) => {
    const host = hostname || ip;
    return host === undefined || host === '' ? [] : [{ host, ports: [] }];
  });
  return listRequestLines(request, listening.length > 0 ? listening : written);
}

/** What the picture's filters go by, of the Ingress that takes the request and of all that comes behind its rule. */
function findWay(
  { graph, marks }: PictureModel,
  { ingress }: TracedBackend,
  picture: TracePicture,
): TracedWay | undefined {
  const node = ingress === undefined ? undefined : graph.findNode(keyOf(ingress));
  if (node === undefined) return undefined;
  const behind = picture.marks.filter(({ hop }) => hop >= 3).map(({ target }) => splitTarget(target).nodeId);
  const nodes = new Set([node.id, ...behind]);
  const hasProblem = [...marks.targets].some((target) => nodes.has(splitTarget(target).nodeId));
  return { namespace: node.namespace ?? '', className: node.className, hasProblem };
}

interface Remembered {
  readonly key: string;
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly answer: TraceAnswer;
}

/** The last answers of each picture of a cluster. */
const remembered = new WeakMap<object, Remembered[]>();
const mostRemembered = 6;

function buildAnswer(model: PictureModel, asked: WhatToTrace): TraceAnswer {
  const { request, settings = [], certificates } = asked;
  const { controller, controllers, index, trace, isOverridden } = traceThrough(model, asked);
  const behind = findTracedBackend(model.store, trace);
  const brokenHop = brokenHopOf(trace);
  const certificate = findTracedCertificate(trace, certificates);
  const { controllerClass } = controller;
  const picture = buildTracePicture(model, { trace, brokenHop, behind, controllerClass });
  return {
    controller: toControllerChoice(controller),
    isOverridden,
    choices: controllers.map(toControllerChoice),
    settings: isOverridden ? undefined : settings.find((each) => each.controller === controller.id),
    settingsPlaces: listSettingsPlaces(model.store, controllers),
    secrets: listTlsSecrets(index, request),
    trace,
    hops: listTraceHops({ request, controller, index, trace, behind, certificate }),
    brokenHop,
    losers: groupLosers(trace),
    otherHosts: countOtherHosts(index, trace),
    finding: findFinding(model, { trace, behind, brokenHop }),
    ingressRef: behind.ingress === undefined ? undefined : refOf(behind.ingress),
    serviceRef: behind.service === undefined ? undefined : refOf(behind.service),
    picture,
    way: findWay(model, behind, picture),
    reproduce: listReproductions(request, { controller, ingress: behind.ingress }),
  };
}

/** Where a request goes, with everything a page shows of it. Computed anew only when the cluster has changed. */
export function answerTrace(
  model: PictureModel,
  { request, via, settings, certificates }: Omit<TraceQuestion, 'kind' | 'draft'>,
): TraceAnswer | undefined {
  if (request === undefined) return undefined;
  const key = JSON.stringify([request, via, settings, certificates]);
  const { revision } = model.store;
  const findings = model.diagnosis.list();
  const known = remembered.get(model.store) ?? [];
  const found = known.find(
    (each) => each.key === key && each.revision === revision && each.findings === findings,
  );
  if (found !== undefined) return found.answer;
  const answer = buildAnswer(model, {
    request,
    via,
    ...(settings === undefined ? {} : { settings }),
    ...(certificates === undefined ? {} : { certificates }),
  });
  const others = known.filter((each) => each.key !== key).slice(0, mostRemembered - 1);
  remembered.set(model.store, [{ key, revision, findings, answer }, ...others]);
  return answer;
}

/** Whether a rule's host can be typed: a pattern stands for hosts that the reader must choose. */
const isTypeable = (host: string): boolean => host !== '' && !host.startsWith('*');

/** Requests that rules speak of and that begin with what is typed; hosts before paths, in the order of the alphabet. */
export function answerKnownRequests(
  { store }: PictureModel,
  { text, limit }: KnownRequestsQuestion,
): readonly KnownRequest[] {
  const wanted = text.trim().toLowerCase();
  const found = new Map<string, KnownRequest>();
  for (const ingress of store.list('Ingress')) {
    const { namespace = '', name } = ingress.metadata;
    for (const { host, path } of listIngressPaths(ingress)) {
      const known: KnownRequest = {
        scheme: isTlsHost(ingress, host) ? 'https' : 'http',
        host,
        path: path.path?.startsWith('/') === true ? path.path : '/',
        ingress: `${namespace}/${name}`,
      };
      const address = `${known.host}${known.path}`.toLowerCase();
      if (isTypeable(host) && address.includes(wanted)) found.set(`${known.scheme}://${address}`, known);
    }
  }
  const beginsAt = ({ host, path }: KnownRequest): number =>
    `${host}${path}`.toLowerCase().startsWith(wanted) ? 0 : 1;
  return [...found.values()]
    .toSorted(
      (a, b) =>
        beginsAt(a) - beginsAt(b) ||
        (a.host < b.host ? -1 : a.host > b.host ? 1 : a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
    )
    .slice(0, limit);
}
