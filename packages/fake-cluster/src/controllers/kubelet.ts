import type { Pod } from '@fairlead/kube-objects';
import { fieldOf, listAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { parseStored } from '../storage/parse-stored.ts';
import { listKeyOf } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import type { Happening, RecordEvent } from './event-recorder.ts';
import { completedStatus, fateOf, isReadyInTheEnd, startedStatus } from './kubelet-status.ts';
import type { PodAddresses } from './pod-addresses.ts';

/** How long Pods take, in milliseconds. */
export interface PodTimings {
  readonly startMs: number;
  readonly terminateMs: number;
  /** How long a Job's Pod runs. */
  readonly completeMs: number;
}

export const defaultPodTimings: PodTimings = { startMs: 1000, terminateMs: 1000, completeMs: 1000 };

type Stage = 'start' | 'complete' | 'terminate';

const isRunningJobPod = ({ metadata, status }: Pod): boolean =>
  status?.phase === 'Running' && (metadata.ownerReferences ?? []).some(({ kind }) => kind === 'Job');

/** What the Pod is waiting for; `undefined`: nothing. */
function nextStage(pod: Pod): Stage | undefined {
  if (pod.metadata.deletionTimestamp !== undefined) {
    return (pod.metadata.finalizers ?? []).length > 0 ? undefined : 'terminate';
  }
  if (pod.spec.nodeName === undefined) return undefined;
  if (pod.status?.startTime === undefined) return pod.status?.phase === 'Pending' ? 'start' : undefined;
  return isRunningJobPod(pod) && isReadyInTheEnd(pod) ? 'complete' : undefined;
}

const warnings = new Map<string, Pick<Happening, 'type' | 'reason' | 'message'>>([
  ['crash-loop', { type: 'Warning', reason: 'BackOff', message: 'Back-off restarting failed container' }],
  ['image-pull', { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff' }],
]);

/** Plays the kubelets of all Nodes: starts Pods, ends them, lets Jobs' Pods complete. */
export class Kubelet implements Controller {
  readonly #client: ControllerClient;
  readonly #record: RecordEvent;
  readonly #addresses: PodAddresses;
  readonly #timings: PodTimings;
  /** What is already waited for: `stage uid`. */
  readonly #waiting = new Set<string>();

  constructor(parts: {
    client: ControllerClient;
    record: RecordEvent;
    addresses: PodAddresses;
    timings: PodTimings;
  }) {
    this.#client = parts.client;
    this.#record = parts.record;
    this.#addresses = parts.addresses;
    this.#timings = parts.timings;
  }

  keysFor({ resource, type, object }: Parameters<Controller['keysFor']>[0]): string[] {
    return resource === 'pods' && type !== 'DELETED' ? [listKeyOf(object)] : [];
  }

  reconcile(key: string): void {
    const { namespace, name } = splitKey(key);
    const object = this.#client.find('Pod', namespace, name);
    if (object === undefined) return;
    const stage = nextStage(parseStored('Pod', object));
    const uid = textAt(object, 'metadata', 'uid');
    const waitKey = `${stage ?? ''} ${uid}`;
    if (stage === undefined || this.#waiting.has(waitKey)) return;
    this.#waiting.add(waitKey);
    this.#client.context.clock.schedule(this.#timings[`${stage}Ms`], () => {
      this.#waiting.delete(waitKey);
      const now = this.#client.find('Pod', namespace, name);
      if (now === undefined || textAt(now, 'metadata', 'uid') !== uid) return;
      if (nextStage(parseStored('Pod', now)) === stage) this.#carryOut(stage, now);
    });
  }

  #carryOut(stage: Stage, object: JsonObject): void {
    const pod = parseStored('Pod', object);
    if (stage === 'terminate') return this.#client.remove('Pod', object, 0);
    if (stage === 'complete') {
      const status = completedStatus(pod, objectAt(object, 'status'), this.#client.now);
      return this.#client.setStatus('Pod', object, status);
    }
    this.#start(object, pod);
  }

  #start(object: JsonObject, pod: Pod): void {
    const node = this.#client.find('Node', '', pod.spec.nodeName ?? '');
    const hostIPs = listAt(node, 'status', 'addresses')
      .filter((address) => fieldOf(address, 'type') === 'InternalIP')
      .map((address) => textAt(address, 'address'));
    const isOnHost = pod.spec.hostNetwork === true || node === undefined;
    const ownIPs = isOnHost ? hostIPs : this.#addresses.pick(node);
    const podIPs = fateOf(pod) === 'pending' ? [] : ownIPs;
    this.#client.setStatus('Pod', object, startedStatus(pod, { now: this.#client.now, hostIPs, podIPs }));
    this.#tell(object, pod);
  }

  #tell(about: JsonObject, pod: Pod): void {
    const container = pod.spec.containers?.[0]?.name ?? '';
    const started = { type: 'Normal', reason: 'Started', message: `Started container ${container}` } as const;
    const message = `Readiness probe failed: container ${container} is not ready`;
    const unready = { type: 'Warning', reason: 'Unhealthy', message } as const;
    const happening = warnings.get(fateOf(pod)) ?? (isReadyInTheEnd(pod) ? started : unready);
    this.#record({ about, component: 'kubelet', ...happening });
  }
}
