import type { Container, Pod } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { quoteGo } from '../json/quote-go.ts';
import type { JsonObject } from '../json/json-value.ts';

/** What is to become of a Pod: `ready` unless its annotation `fairlead.dev/fake` names something else. */
export type PodFate = 'ready' | 'not-ready' | 'crash-loop' | 'image-pull' | 'pending';

const fates: readonly PodFate[] = ['not-ready', 'crash-loop', 'image-pull', 'pending'];

export const fateOf = (pod: Pod): PodFate => {
  const asked = labelValue(pod.metadata.annotations, 'fairlead.dev/fake');
  return fates.find((fate) => fate === asked) ?? 'ready';
};

/** A readiness probe on a port name the container lacks never succeeds. */
function hasProbeWithoutPort({ readinessProbe, ports }: Container): boolean {
  const port = (readinessProbe?.httpGet ?? readinessProbe?.tcpSocket)?.port;
  return typeof port === 'string' && !(ports ?? []).some(({ name }) => name === port);
}

export const isReadyInTheEnd = (pod: Pod): boolean =>
  fateOf(pod) === 'ready' && !(pod.spec.containers ?? []).some(hasProbeWithoutPort);

function containerState(container: Container, fate: PodFate, now: string): JsonObject {
  switch (fate) {
    case 'image-pull':
      return {
        state: {
          waiting: {
            reason: 'ImagePullBackOff',
            message: `Back-off pulling image ${quoteGo(container.image ?? '')}`,
          },
        },
      };
    case 'pending':
      return { state: { waiting: { reason: 'ContainerCreating' } } };
    case 'crash-loop':
      return {
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off 5m0s restarting failed container=${container.name}`,
          },
        },
        lastState: { terminated: { exitCode: 1, reason: 'Error', startedAt: now, finishedAt: now } },
      };
    default:
      return { state: { running: { startedAt: now } } };
  }
}

function containerStatus(container: Container, pod: Pod, now: string): JsonObject {
  const fate = fateOf(pod);
  return {
    name: container.name,
    image: container.image ?? '',
    imageID: '',
    ready: isReadyInTheEnd(pod),
    started: fate === 'ready' || fate === 'not-ready',
    restartCount: fate === 'crash-loop' ? 7 : 0,
    ...containerState(container, fate, now),
  };
}

const initContainerStatus = (container: Container, now: string): JsonObject => ({
  name: container.name,
  image: container.image ?? '',
  imageID: '',
  ready: true,
  restartCount: 0,
  ...(container.restartPolicy === 'Always'
    ? { started: true, state: { running: { startedAt: now } } }
    : {
        started: false,
        state: { terminated: { exitCode: 0, reason: 'Completed', startedAt: now, finishedAt: now } },
      }),
});

function conditions(pod: Pod, now: string): JsonObject[] {
  const isReady = isReadyInTheEnd(pod);
  const readiness = {
    status: isReady ? 'True' : 'False',
    lastTransitionTime: now,
    ...(!isReady && { reason: 'ContainersNotReady', message: 'containers with unready status' }),
  };
  const done = { status: 'True', lastTransitionTime: now };
  const scheduled = (pod.status?.conditions ?? []).find(({ type }) => type === 'PodScheduled');
  const all: JsonObject[] = [
    { type: 'PodReadyToStartContainers', ...done },
    { type: 'Initialized', ...done },
    { type: 'Ready', ...readiness },
    { type: 'ContainersReady', ...readiness },
    { type: 'PodScheduled', ...done, lastTransitionTime: scheduled?.lastTransitionTime ?? now },
    ...(pod.spec.readinessGates ?? []).map(({ conditionType }) => ({
      type: conditionType,
      status: readiness.status,
      lastTransitionTime: now,
    })),
  ];
  return all.map((entry) => ({ lastProbeTime: null, ...entry }));
}

/** `status` of a Pod once its kubelet has taken it up. */
export function startedStatus(
  pod: Pod,
  {
    now,
    hostIPs,
    podIPs,
  }: { readonly now: string; readonly hostIPs: readonly string[]; readonly podIPs: readonly string[] },
): JsonObject {
  const fate = fateOf(pod);
  const isStarted = fate !== 'image-pull' && fate !== 'pending';
  const initContainers = pod.spec.initContainers ?? [];
  return {
    phase: isStarted ? 'Running' : 'Pending',
    conditions: conditions(pod, now),
    ...(hostIPs[0] !== undefined && { hostIP: hostIPs[0], hostIPs: hostIPs.map((ip) => ({ ip })) }),
    ...(podIPs[0] !== undefined && { podIP: podIPs[0], podIPs: podIPs.map((ip) => ({ ip })) }),
    startTime: now,
    ...(initContainers.length > 0 && {
      initContainerStatuses: initContainers.map((container) => initContainerStatus(container, now)),
    }),
    containerStatuses: (pod.spec.containers ?? []).map((container) => containerStatus(container, pod, now)),
    qosClass: 'BestEffort',
  };
}

/** `status` of a Pod whose containers have done their work, as a Job's do. */
export const completedStatus = (pod: Pod, status: JsonObject, now: string): JsonObject => ({
  ...status,
  phase: 'Succeeded',
  conditions: conditions(pod, now).map((entry) =>
    entry['type'] === 'Ready' || entry['type'] === 'ContainersReady'
      ? { ...entry, status: 'False', reason: 'PodCompleted' }
      : entry,
  ),
  containerStatuses: (pod.spec.containers ?? []).map(({ name, image }) => ({
    name,
    image: image ?? '',
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { terminated: { exitCode: 0, reason: 'Completed', startedAt: now, finishedAt: now } },
  })),
});
