import { refOf, type ContainerStatus, type Pod } from '@fairlead/kube-objects';
import { isPodReady, isTerminatingPod } from '@fairlead/routing';
import type { GraphPod, PodReason, PodState } from './graph.ts';

/** What the Services of the namespace say of a Pod: that one selects or publishes it, and the zone its slices name. */
export interface PodReach {
  readonly zone: string | undefined;
}

function stateOf(pod: Pod, isReached: boolean): PodState {
  if (!isReached) return 'not-selected';
  if (isTerminatingPod(pod)) return isPodReady(pod) ? 'serving-terminating' : 'terminating';
  return isPodReady(pod) ? 'ready' : 'not-ready';
}

const reasonOfContainer = ({ state }: ContainerStatus): string | undefined =>
  state?.waiting?.reason ?? (state?.terminated?.exitCode === 0 ? undefined : state?.terminated?.reason);

/** What a container that does not run says of itself: `CrashLoopBackOff`, `ImagePullBackOff`, `Error`. */
const findContainerReason = ({ status }: Pod): string | undefined =>
  [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])]
    .map(reasonOfContainer)
    .find((reason) => reason !== undefined && reason !== 'PodInitializing');

const findUnscheduledReason = ({ status }: Pod): string | undefined =>
  status?.conditions?.find((condition) => condition.type === 'PodScheduled' && condition.status === 'False')
    ?.reason;

function describeRunning({ spec }: Pod): PodReason {
  const isProbed = (spec.containers ?? []).some(({ readinessProbe }) => readinessProbe !== undefined);
  return { kind: isProbed ? 'probe-fails' : 'not-ready' };
}

/** The most telling of what the Pod reports of itself: containers before conditions before the phase. */
function reasonOf(pod: Pod): PodReason | undefined {
  const isReady = isPodReady(pod);
  if (isTerminatingPod(pod)) return { kind: 'terminating', isServing: isReady };
  if (isReady) return undefined;
  const { reason, phase } = pod.status ?? {};
  const told = findContainerReason(pod) ?? findUnscheduledReason(pod) ?? reason;
  if (told === undefined && phase === 'Running') return describeRunning(pod);
  const text = told ?? phase;
  return text === undefined ? { kind: 'not-ready' } : { kind: 'reported', text };
}

/** The end of a Pod's name that its workload did not give it. */
function tailOf(name: string, workloadName: string): string {
  const prefix = `${workloadName}-`;
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name;
}

/** One Pod of a workload. `reach` is `undefined` for a Pod that no Service selects or publishes. */
export function toGraphPod(pod: Pod, workloadName: string, reach: PodReach | undefined): GraphPod {
  return {
    ref: refOf(pod),
    tail: tailOf(pod.metadata.name, workloadName),
    state: stateOf(pod, reach !== undefined),
    address: pod.status?.podIP,
    nodeName: pod.spec.nodeName,
    zone: reach?.zone,
    reason: reasonOf(pod),
    isReady: isPodReady(pod) && !isTerminatingPod(pod),
  };
}
