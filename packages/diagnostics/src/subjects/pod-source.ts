import { refOf, type ObjectReader, type ObjectRef, type StringMap } from '@fairlead/kube-objects';
import type { Owner } from './pod-owner.ts';

/** Something that makes, or is, Pods with these labels. */
export interface PodSource {
  readonly ref: ObjectRef;
  readonly labels: StringMap;
  /** `undefined` for a Pod without a workload. */
  readonly workload: Owner | undefined;
  readonly createdAt: string | undefined;
}

const hasController = ({
  metadata,
}: {
  metadata: { ownerReferences?: readonly { controller?: boolean }[] };
}) => (metadata.ownerReferences ?? []).some(({ controller }) => controller === true);

/** The workloads of a namespace that people write, and Pods without one. Jobs are left out: their Pods end. */
export function listPodSources(reader: ObjectReader, namespace: string): readonly PodSource[] {
  const workloads: readonly Owner[] = [
    ...reader.list('Deployment', namespace),
    ...reader.list('StatefulSet', namespace),
    ...reader.list('DaemonSet', namespace),
    ...reader.list('ReplicaSet', namespace).filter((replicaSet) => !hasController(replicaSet)),
  ];
  const pods = reader.list('Pod', namespace).filter((pod) => !hasController(pod));
  return [
    ...workloads.map((workload) => ({
      ref: refOf(workload),
      labels: workload.spec.template?.metadata?.labels ?? {},
      workload,
      createdAt: workload.metadata.creationTimestamp,
    })),
    ...pods.map((pod) => ({
      ref: refOf(pod),
      labels: pod.metadata.labels ?? {},
      workload: undefined,
      createdAt: pod.metadata.creationTimestamp,
    })),
  ];
}
