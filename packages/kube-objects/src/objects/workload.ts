import type { Condition, ObjectMeta, StringMap } from './object-meta.ts';
import type { PodSpec } from './pod.ts';

export interface LabelSelectorRequirement {
  readonly key: string;
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels?: StringMap;
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

export interface PodTemplate {
  readonly metadata?: { readonly labels?: StringMap; readonly annotations?: StringMap };
  readonly spec?: PodSpec;
}

/** `replicas` is absent on DaemonSets and Jobs. */
export interface WorkloadSpec {
  readonly replicas?: number;
  readonly selector?: LabelSelector;
  readonly template?: PodTemplate;
  readonly serviceName?: string;
  readonly paused?: boolean;
  readonly suspend?: boolean;
}

export interface WorkloadStatus {
  readonly replicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly updatedReplicas?: number;
  readonly desiredNumberScheduled?: number;
  readonly numberReady?: number;
  readonly active?: number;
  readonly succeeded?: number;
  readonly failed?: number;
  readonly observedGeneration?: number;
  readonly conditions?: readonly Condition[];
}

interface WorkloadOf<A extends string, K extends string> {
  readonly apiVersion: A;
  readonly kind: K;
  readonly metadata: ObjectMeta;
  readonly spec: WorkloadSpec;
  readonly status?: WorkloadStatus;
}

export type Deployment = WorkloadOf<'apps/v1', 'Deployment'>;
export type ReplicaSet = WorkloadOf<'apps/v1', 'ReplicaSet'>;
export type StatefulSet = WorkloadOf<'apps/v1', 'StatefulSet'>;
export type DaemonSet = WorkloadOf<'apps/v1', 'DaemonSet'>;
export type Job = WorkloadOf<'batch/v1', 'Job'>;

/** What makes Pods. */
export type Workload = Deployment | ReplicaSet | StatefulSet | DaemonSet | Job;
