import type { Unreadiness } from '../../subjects/pod-unreadiness.ts';
import { code } from '../../text/code.ts';
import { nameOrNames, probesText } from './probes.ts';
import { countOf, digits, isOrAre, listed, quoted } from './sentence.ts';

export interface UnreadyPods {
  readonly namespace: string;
  readonly podCount: number;
  readonly reasons: readonly ReasonCount[];
}

/** For how many Pods a reason holds. */
export interface ReasonCount {
  readonly reason: Unreadiness;
  readonly podCount: number;
}

/** A few words that fit after "none is ready:". */
function reasonText(reason: Unreadiness): string {
  switch (reason.kind) {
    case 'shutting-down':
      return 'shutting down';
    case 'in-no-slice':
      return 'ready, but not in an EndpointSlice';
    case 'waiting':
      return reason.reason;
    case 'not-scheduled':
      return 'not scheduled to a node';
    case 'readiness-gate':
      return `readiness gate ${code(reason.conditionType)} is not met`;
    case 'pending':
      return 'pending';
    case 'probe-failing':
      return 'readiness probe failing';
    case 'probe-port':
      return `${probesText(reason.probes)} ${nameOrNames(reason.probes)} port ${quoted(reason.portName)}`;
    case 'not-ready':
      return 'not ready';
  }
}

type Counted = readonly [text: string, podCount: number];

/** Reasons with their numbers of Pods, the most frequent first. */
const countedReasons = (reasons: readonly ReasonCount[]): readonly Counted[] =>
  reasons
    .map(({ reason, podCount }): Counted => [reasonText(reason), podCount])
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

const firstReason = (reasons: readonly ReasonCount[]): string => countedReasons(reasons)[0]?.[0] ?? '';

export const svc002Words = {
  starting: {
    label: (podCount: number) => (podCount === 1 ? 'Pod is starting' : 'Pods are starting'),
    title: (podCount: number) =>
      `${countOf(podCount, 'Pod')} ${isOrAre(podCount)} starting and none is ready yet`,
  },
  inNoSlice: {
    label: () => 'In no EndpointSlice',
    title: (podCount: number) =>
      `${countOf(podCount, 'Pod')} ${isOrAre(podCount)} ready, but no EndpointSlice lists ${podCount === 1 ? 'it' : 'them'}`,
    why: (serviceName: string) =>
      `Requests go to the addresses in the EndpointSlices labelled ${code(`kubernetes.io/service-name=${serviceName}`)}. None has a ready one.`,
    checkController: {
      title: () => 'Check the endpoint slice controller',
      explanation: () => 'It is part of kube-controller-manager and writes the slices within seconds.',
    },
  },
  noneReady: {
    label: () => 'No Pod is ready',
    title: ({ podCount, reasons }: UnreadyPods) =>
      podCount === 1
        ? `1 Pod matches but is not ready: ${firstReason(reasons)}`
        : `${countOf(podCount, 'Pod')} match but none is ready: ${firstReason(reasons)}`,
    lookAtPod: {
      title: (podName: string) => `Look at Pod ${podName}`,
      explanation: () => 'Its events, the last state of its containers and its log say why it is not ready.',
    },
  },
  why({ namespace, podCount, reasons }: UnreadyPods): string {
    const told =
      reasons.length === 1
        ? firstReason(reasons)
        : listed(countedReasons(reasons).map(([text, of]) => `${digits(of)} ${text}`));
    return `The selector matches ${countOf(podCount, 'Pod')} in namespace ${namespace}. Why ${podCount === 1 ? 'it is not' : 'none is'} ready: ${told}.`;
  },
  servedOnTheWayOut: {
    happens: (serviceName: string, podCount: number) =>
      `Connections to Service ${serviceName} go to ${countOf(podCount, 'Pod')} that ${isOrAre(podCount)} shutting down. Then they are refused.`,
    effectNow: () => 'ends soon',
  },
};
