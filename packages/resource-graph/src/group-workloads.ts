import {
  keyOf,
  type Kind,
  type ObjectKey,
  type ObjectReader,
  type Pod,
  type TrimmedObject,
} from '@fairlead/kube-objects';
import { hasEnded } from '@fairlead/routing';
import { finishedNodeId } from './graph-ids.ts';
import { findTopOwner, type Owner } from './top-owner.ts';

/** Pods that belong together, and the objects that made them. */
export interface WorkloadGroup {
  readonly owner: Owner;
  /** Pods that run or will run. */
  readonly pods: readonly Pod[];
  /** Pods that have succeeded or failed. */
  readonly finished: readonly Pod[];
  /** The owner itself and what stands between it and its Pods: ReplicaSets, Jobs. */
  readonly objects: readonly TrimmedObject[];
}

export interface WorkloadGroups {
  /** In the order of owner name, then kind. */
  readonly groups: readonly WorkloadGroup[];
  /** Jobs without a running Pod, and Pods of their own that have ended: counted together, they are many and past. */
  readonly finished: readonly WorkloadGroup[];
  /** By name of a Pod: the id of the node that it is drawn or counted in. */
  readonly nodeOfPod: ReadonlyMap<string, string>;
}

const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
] as const satisfies Kind[];
const endingKinds: ReadonlySet<string> = new Set(['Job', 'CronJob', 'Pod']);

/** Everything that the group accounts for. */
export const keysOfGroup = ({ objects, pods, finished }: WorkloadGroup): readonly ObjectKey[] =>
  [...objects, ...pods, ...finished].map((object) => keyOf(object));

const compareGroups = (a: WorkloadGroup, b: WorkloadGroup): number => {
  if (a.owner.name !== b.owner.name) return a.owner.name < b.owner.name ? -1 : 1;
  return a.owner.id < b.owner.id ? -1 : a.owner.id > b.owner.id ? 1 : 0;
};

interface GrowingGroup extends WorkloadGroup {
  readonly pods: Pod[];
  readonly finished: Pod[];
  readonly objects: TrimmedObject[];
}

/** Every workload object and Pod of the namespace, each in exactly one group. */
export function groupWorkloads(reader: ObjectReader, namespace: string): WorkloadGroups {
  const groups = new Map<string, GrowingGroup>();
  const groupOf = (owner: Owner): GrowingGroup => {
    let group = groups.get(owner.id);
    if (group === undefined) groups.set(owner.id, (group = { owner, pods: [], finished: [], objects: [] }));
    return group;
  };
  for (const kind of workloadKinds)
    for (const object of reader.list(kind, namespace))
      groupOf(findTopOwner(reader, object)).objects.push(object);
  for (const pod of reader.list('Pod', namespace)) {
    const { finished, pods } = groupOf(findTopOwner(reader, pod));
    (hasEnded(pod) ? finished : pods).push(pod);
  }
  const sorted = [...groups.values()].sort(compareGroups);
  const nodeOfPod = new Map<string, string>();
  const [drawn, past]: [WorkloadGroup[], WorkloadGroup[]] = [[], []];
  for (const group of sorted) {
    const isPast = endingKinds.has(group.owner.kind) && group.pods.length === 0;
    (isPast ? past : drawn).push(group);
    const nodeId = isPast ? finishedNodeId(namespace) : group.owner.id;
    for (const { metadata } of [...group.pods, ...group.finished]) nodeOfPod.set(metadata.name, nodeId);
  }
  return { groups: drawn, finished: past, nodeOfPod };
}
