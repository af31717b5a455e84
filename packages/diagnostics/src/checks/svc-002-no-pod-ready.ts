import { keyOfRef, refOf, type ObjectRef, type Pod, type Service } from '@fairlead/kube-objects';
import { hasEnded, isPodReady, isTerminatingPod, type ServiceEndpoints } from '@fairlead/routing';
import { buildFinding, type FindingParts } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { findOwner } from '../subjects/pod-owner.ts';
import { startingUntilMs, unreadinessOf, unreadySince } from '../subjects/pod-unreadiness.ts';
import { findSharedFault, listProbeFaults } from '../subjects/probe-faults.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';
import { latestOf } from '../subjects/time-text.ts';
import { code } from '../text/code.ts';
import { countOf, digits, isOrAre, listed, quoted } from '../words/english/sentence.ts';
import { probeFindingId, probesText } from './svc-042-probe-port-not-found.ts';

const shownRelated = 20;

/** Any endpoint with `ready` true or absent counts, of whatever port: a port that is not found is another check's. */
const hasReadyEndpoint = ({ slices }: ServiceEndpoints): boolean =>
  slices.some((slice) => (slice.endpoints ?? []).some(({ conditions }) => conditions?.ready !== false));

function reasonOf(pod: Pod): string {
  const fault = listProbeFaults(pod).find(({ keepsPodUnready }) => keepsPodUnready);
  if (fault === undefined) return unreadinessOf(pod);
  return `${probesText(fault)} ${fault.probes.length === 1 ? 'names' : 'name'} port ${quoted(fault.portName)}`;
}

/** Reasons with their numbers of Pods, the most frequent first. */
function countReasons(pods: readonly Pod[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const pod of pods) {
    const reason = reasonOf(pod);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
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

function tell(service: Service, pods: readonly Pod[], isStarting: boolean): Told {
  const reasons = countReasons(pods);
  const [firstReason = 'not ready'] = reasons[0] ?? [];
  const count = countOf(pods.length, 'Pod');
  const [first] = pods;
  const told =
    reasons.length === 1 ? firstReason : listed(reasons.map(([reason, of]) => `${digits(of)} ${reason}`));
  const why = `The selector matches ${count} in namespace ${service.metadata.namespace}. Why ${pods.length === 1 ? 'it is not' : 'none is'} ready: ${told}.`;
  const fixes = [
    {
      title: `Look at Pod ${first?.metadata.name}`,
      explanation: 'Its events, the last state of its containers and its log say why it is not ready.',
    },
  ];
  if (isStarting)
    return {
      label: pods.length === 1 ? 'Pod is starting' : 'Pods are starting',
      title: `${count} ${isOrAre(pods.length)} starting and none is ready yet`,
      why,
      fixes: [],
    };
  if (pods.every((pod) => isPodReady(pod) && !isTerminatingPod(pod)))
    return {
      label: 'In no EndpointSlice',
      title: `${count} ${isOrAre(pods.length)} ready, but no EndpointSlice lists ${pods.length === 1 ? 'it' : 'them'}`,
      why: `Requests go to the addresses in the EndpointSlices labelled ${code(`kubernetes.io/service-name=${service.metadata.name}`)}. None has a ready one.`,
      fixes: [
        {
          title: 'Check the endpoint slice controller',
          explanation: 'It is part of kube-controller-manager and writes the slices within seconds.',
        },
      ],
    };
  return {
    label: 'No Pod is ready',
    title:
      pods.length === 1
        ? `1 Pod matches but is not ready: ${firstReason}`
        : `${count} match but none is ready: ${firstReason}`,
    why,
    fixes,
  };
}

/** kube-proxy falls back to Pods that are shutting down and still serve; ingress-nginx does not. */
function servedOnTheWayOut(service: Service, { servingTerminatingCount }: ServiceEndpoints) {
  const pods = countOf(servingTerminatingCount, 'Pod');
  return {
    severity: 'warning' as const,
    happens: `Connections to Service ${service.metadata.name} go to ${pods} that ${isOrAre(servingTerminatingCount)} shutting down. Then they are refused.`,
    effectNow: 'ends soon',
  };
}

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
      ...tell(service, pods, untilMs !== undefined),
      ...emptyServiceParts(context.words, service, requests),
      ...(isStillServed ? servedOnTheWayOut(service, endpoints) : {}),
      ...(untilMs === undefined ? {} : { severity: 'info' as const }),
      since: latestOf(pods.map(unreadySince)),
      causedBy: findCause(pods, context),
    });
    return untilMs === undefined ? { findings: [finding] } : { findings: [finding], lookAgainAtMs: untilMs };
  },
};
