import { keyOfRef, refOf, type ObjectRef, type Pod, type Service } from '@fairlead/kube-objects';
import { hasEnded, isPodReady, isTerminatingPod, type ServiceEndpoints } from '@fairlead/routing';
import { buildFinding, type FindingParts } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { findOwner } from '../subjects/pod-owner.ts';
import { startingUntilMs, unreadinessOf, unreadySince } from '../subjects/pod-unreadiness.ts';
import { findSharedFault, listProbeFaults } from '../subjects/probe-faults.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';
import { latestOf } from '../subjects/time-text.ts';
import type { CheckWords } from '../words/check-words.ts';
import type { ReasonCount } from '../words/english/svc-002-no-pod-ready.ts';
import { probeFindingId } from './svc-042-probe-port-not-found.ts';

const shownRelated = 20;

/** Any endpoint with `ready` true or absent counts, of whatever port: a port that is not found is another check's. */
const hasReadyEndpoint = ({ slices }: ServiceEndpoints): boolean =>
  slices.some((slice) => (slice.endpoints ?? []).some(({ conditions }) => conditions?.ready !== false));

/** The reasons, each once, with their numbers of Pods. */
function countReasons(pods: readonly Pod[]): readonly ReasonCount[] {
  const counts = new Map<string, ReasonCount>();
  for (const pod of pods) {
    const reason = unreadinessOf(pod);
    const key = JSON.stringify(reason);
    counts.set(key, { reason, podCount: (counts.get(key)?.podCount ?? 0) + 1 });
  }
  return [...counts.values()];
}

/**
 * Pods count as starting as long as each of them is within the time it may take; Pods on their way out do not say
 * whether the others are late.
 */
function findStartingUntil(pods: readonly Pod[], nowMs: number): number | undefined {
  const staying = pods.filter((pod) => !isTerminatingPod(pod));
  const times = staying.map(startingUntilMs);
  const known = times.flatMap((timeMs) => timeMs ?? []);
  if (known.length === 0 || known.length < times.length) return undefined;
  const untilMs = Math.min(...known);
  return nowMs < untilMs ? untilMs : undefined;
}

/** The finding about a probe that explains all Pods that stay, where there is one. */
function findCause(pods: readonly Pod[], { reader }: CheckContext): string | undefined {
  const staying = pods.filter((pod) => !isTerminatingPod(pod));
  const ids = staying.map((pod) => {
    const fault = listProbeFaults(pod).find(({ keepsPodUnready }) => keepsPodUnready);
    return fault && probeFindingId(findSharedFault(reader, pod, fault));
  });
  return ids.every((id) => id !== undefined) ? ids[0] : undefined;
}

function listOwners(pods: readonly Pod[], { reader }: CheckContext): readonly ObjectRef[] {
  const refs = pods.map((pod) => refOf(findOwner(reader, pod) ?? pod));
  return [...new Map(refs.map((ref) => [keyOfRef(ref), ref])).values()].slice(0, shownRelated);
}

type Told = Pick<FindingParts, 'label' | 'title' | 'why' | 'fixes'>;

function tell(
  service: Service,
  pods: readonly Pod[],
  { words: { svc002: words }, isStarting }: { readonly words: CheckWords; readonly isStarting: boolean },
): Told {
  const { name, namespace = '' } = service.metadata;
  const { starting, inNoSlice, noneReady } = words;
  const podCount = pods.length;
  const unready = { namespace, podCount, reasons: countReasons(pods) };
  if (isStarting)
    return {
      label: starting.label(podCount),
      title: starting.title(podCount),
      why: words.why(unready),
      fixes: [],
    };
  if (pods.every((pod) => isPodReady(pod) && !isTerminatingPod(pod)))
    return {
      label: inNoSlice.label(),
      title: inNoSlice.title(podCount),
      why: inNoSlice.why(name),
      fixes: [
        { title: inNoSlice.checkController.title(), explanation: inNoSlice.checkController.explanation() },
      ],
    };
  return {
    label: noneReady.label(),
    title: noneReady.title(unready),
    why: words.why(unready),
    fixes: [
      {
        title: noneReady.lookAtPod.title(pods[0]?.metadata.name ?? ''),
        explanation: noneReady.lookAtPod.explanation(),
      },
    ],
  };
}

/** kube-proxy falls back to Pods that are shutting down and still serve; ingress-nginx does not. */
const servedOnTheWayOut = (
  { svc002: { servedOnTheWayOut: words } }: CheckWords,
  { metadata }: Service,
  { servingTerminatingCount }: ServiceEndpoints,
) => ({
  severity: 'warning' as const,
  happens: words.happens(metadata.name, servingTerminatingCount),
  effectNow: words.effectNow(),
});

/**
 * Pods match, but no endpoint is ready. A hint as long as all Pods are within the time they may take to start: 30 s from
 * their creation, and what initial delays and startup probes add; for Pods that are ready and not yet in a slice 30 s
 * from then. No such time is granted to what does not mend itself, such as CrashLoopBackOff.
 */
export const svc002: Check<'Service'> = {
  id: 'SVC-002',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Service',
  reads: ['Service', 'Pod', 'EndpointSlice'],
  run(service, context) {
    if (service.spec.publishNotReadyAddresses === true) return nothingFound;
    const endpoints = context.endpointsOf(service);
    const pods = endpoints.selectedPods.filter((pod) => !hasEnded(pod));
    if (pods.length === 0 || hasReadyEndpoint(endpoints)) return nothingFound;
    const untilMs = findStartingUntil(pods, context.nowMs);
    const requests = findRequestsTo(context, service);
    const isStillServed = endpoints.servingTerminatingCount > 0 && requests.texts.length === 0;
    const finding = buildFinding(svc002, {
      place: { ref: refOf(service) },
      related: listOwners(pods, context),
      ...tell(service, pods, { words: context.words, isStarting: untilMs !== undefined }),
      ...emptyServiceParts(context.words, service, requests),
      ...(isStillServed ? servedOnTheWayOut(context.words, service, endpoints) : {}),
      ...(untilMs === undefined ? {} : { severity: 'info' as const }),
      since: latestOf(pods.map(unreadySince)),
      causedBy: findCause(pods, context),
    });
    return untilMs === undefined ? { findings: [finding] } : { findings: [finding], lookAgainAtMs: untilMs };
  },
};
