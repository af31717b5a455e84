import type { ContainerStatus, Pod } from '@fairlead/kube-objects';
import { isPodReady, isTerminatingPod } from '@fairlead/routing';
import { code } from '../text/code.ts';
import { listProbeFaults } from './probe-faults.ts';
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

/** Why a Pod gets no requests, in a few words that fit after "none is ready:". */
export function unreadinessOf(pod: Pod): string {
  if (isTerminatingPod(pod)) return 'shutting down';
  if (isPodReady(pod)) return 'ready, but not in an EndpointSlice';
  const waiting = waitingReasonsOf(pod);
  const lasting = waiting.find((reason) => lastingReasons.has(reason));
  if (lasting !== undefined) return lasting;
  if (conditionOf(pod, 'PodScheduled')?.status === 'False') return 'not scheduled to a node';
  const gate = (pod.spec.readinessGates ?? []).find(
    ({ conditionType }) => conditionOf(pod, conditionType)?.status !== 'True',
  );
  if (conditionOf(pod, 'ContainersReady')?.status === 'True' && gate !== undefined)
    return `readiness gate ${code(gate.conditionType)} is not met`;
  return waiting[0] ?? containersText(pod);
}

function containersText({ spec, status }: Pod): string {
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
  return isProbed ? 'readiness probe failing' : 'not ready';
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
