import type { ContainerStatus, Pod } from '@fairlead/kube-objects';
import { isPodReady, isTerminatingPod } from '@fairlead/routing';
import { listProbeFaults, type ProbeKind } from './probe-faults.ts';
import { timeMsOf } from './time-text.ts';

/** Without probes that say more, a Pod is granted this long to become ready, and its slice to be written. */
const usualStartMs = 30_000;

/** Reasons for waiting that time alone does not mend, as the kubelet spells them. */
const lastingReasons: ReadonlySet<string> = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

const statusesOf = ({ status }: Pod): readonly ContainerStatus[] => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

const waitingReasonsOf = (pod: Pod): readonly string[] =>
  statusesOf(pod).flatMap(({ state }) => state?.waiting?.reason ?? []);

const conditionOf = ({ status }: Pod, type: string) =>
  (status?.conditions ?? []).find((condition) => condition.type === type);

/** Whether something keeps the Pod from ever becoming ready as it is. */
export const isStuck = (pod: Pod): boolean =>
  listProbeFaults(pod).some(({ keepsPodUnready }) => keepsPodUnready) ||
  waitingReasonsOf(pod).some((reason) => lastingReasons.has(reason));

/** Why a Pod gets no requests. */
export type Unreadiness =
  | {
      readonly kind:
        | 'shutting-down'
        | 'in-no-slice'
        | 'not-scheduled'
        | 'pending'
        | 'probe-failing'
        | 'not-ready';
    }
  /** A container waits; `reason` as the kubelet spells it. */
  | { readonly kind: 'waiting'; readonly reason: string }
  | { readonly kind: 'readiness-gate'; readonly conditionType: string }
  /** Probes name a port that their container does not declare. */
  | { readonly kind: 'probe-port'; readonly probes: readonly ProbeKind[]; readonly portName: string };

/** A probe that cannot have a result comes before everything that follows from it. */
export function unreadinessOf(pod: Pod): Unreadiness {
  const fault = listProbeFaults(pod).find(({ keepsPodUnready }) => keepsPodUnready);
  if (fault !== undefined) return { kind: 'probe-port', probes: fault.probes, portName: fault.portName };
  if (isTerminatingPod(pod)) return { kind: 'shutting-down' };
  if (isPodReady(pod)) return { kind: 'in-no-slice' };
  const waiting = waitingReasonsOf(pod);
  const lasting = waiting.find((reason) => lastingReasons.has(reason));
  if (lasting !== undefined) return { kind: 'waiting', reason: lasting };
  if (conditionOf(pod, 'PodScheduled')?.status === 'False') return { kind: 'not-scheduled' };
  const gate = (pod.spec.readinessGates ?? []).find(
    ({ conditionType }) => conditionOf(pod, conditionType)?.status !== 'True',
  );
  if (conditionOf(pod, 'ContainersReady')?.status === 'True' && gate !== undefined)
    return { kind: 'readiness-gate', conditionType: gate.conditionType };
  const [reason] = waiting;
  return reason === undefined ? { kind: containersKind(pod) } : { kind: 'waiting', reason };
}

function containersKind({ spec, status }: Pod): 'pending' | 'probe-failing' | 'not-ready' {
  if (status?.phase === 'Pending') return 'pending';
  const unready = new Set(
    (status?.containerStatuses ?? []).flatMap(({ name, ready, state }) =>
      ready !== true && state?.running !== undefined ? [name] : [],
    ),
  );
  const isProbed = (spec.containers ?? []).some(
    ({ name, readinessProbe, startupProbe }) =>
      unready.has(name) && (readinessProbe ?? startupProbe) !== undefined,
  );
  return isProbed ? 'probe-failing' : 'not-ready';
}

/** What the probes of a Pod allow it for starting, on top of the usual. */
function allowedStartMs({ spec }: Pod): number {
  const seconds = (spec.containers ?? []).map(({ startupProbe, readinessProbe }) => {
    const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = startupProbe ?? {};
    const startup = startupProbe === undefined ? 0 : initialDelaySeconds + periodSeconds * failureThreshold;
    return startup + (readinessProbe?.initialDelaySeconds ?? 0);
  });
  return usualStartMs + Math.max(0, ...seconds) * 1000;
}

/**
 * Until when it is normal that a Pod gets no requests: while it starts, counted from its creation; and when it is ready,
 * until its slice is written, counted from that. `undefined`: no such time is known.
 */
export function startingUntilMs(pod: Pod): number | undefined {
  if (isStuck(pod)) return undefined;
  if (isPodReady(pod)) {
    const readyMs = timeMsOf(conditionOf(pod, 'Ready')?.lastTransitionTime);
    return readyMs === undefined ? undefined : readyMs + usualStartMs;
  }
  const createdMs = timeMsOf(pod.metadata.creationTimestamp);
  return createdMs === undefined ? undefined : createdMs + allowedStartMs(pod);
}

/** Since when a Pod has not been ready, else since when it exists. */
export const unreadySince = (pod: Pod): string | undefined =>
  conditionOf(pod, 'Ready')?.lastTransitionTime ?? pod.metadata.creationTimestamp;
