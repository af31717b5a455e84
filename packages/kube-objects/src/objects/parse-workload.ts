import { flag, listOf, literal, needed, number, shape, text, textMap } from '../parse-shape.ts';
import { checkCondition, checkMeta } from './parse-meta.ts';
import { checkPodSpec } from './parse-pod.ts';
import type {
  DaemonSet,
  Deployment,
  Job,
  LabelSelector,
  LabelSelectorRequirement,
  PodTemplate,
  ReplicaSet,
  StatefulSet,
  WorkloadSpec,
  WorkloadStatus,
} from './workload.ts';

const checkSelector = shape<LabelSelector>({
  matchLabels: textMap,
  matchExpressions: listOf(
    shape<LabelSelectorRequirement>({ key: needed(text), operator: needed(text), values: listOf(text) }),
  ),
});

const checkTemplate = shape<PodTemplate>({
  metadata: shape<NonNullable<PodTemplate['metadata']>>({ labels: textMap, annotations: textMap }),
  spec: checkPodSpec,
});

const checkSpec = shape<WorkloadSpec>({
  replicas: number,
  selector: checkSelector,
  template: checkTemplate,
  serviceName: text,
  paused: flag,
  suspend: flag,
});

const checkStatus = shape<WorkloadStatus>({
  replicas: number,
  readyReplicas: number,
  availableReplicas: number,
  updatedReplicas: number,
  desiredNumberScheduled: number,
  numberReady: number,
  active: number,
  succeeded: number,
  failed: number,
  observedGeneration: number,
  conditions: listOf(checkCondition),
});

const apps = needed(literal('apps/v1'));
const others = { metadata: needed(checkMeta), spec: needed(checkSpec, {}), status: checkStatus };

export const checkDeployment = shape<Deployment>({
  apiVersion: apps,
  kind: needed(literal('Deployment')),
  ...others,
});

export const checkReplicaSet = shape<ReplicaSet>({
  apiVersion: apps,
  kind: needed(literal('ReplicaSet')),
  ...others,
});

export const checkStatefulSet = shape<StatefulSet>({
  apiVersion: apps,
  kind: needed(literal('StatefulSet')),
  ...others,
});

export const checkDaemonSet = shape<DaemonSet>({
  apiVersion: apps,
  kind: needed(literal('DaemonSet')),
  ...others,
});

export const checkJob = shape<Job>({
  apiVersion: needed(literal('batch/v1')),
  kind: needed(literal('Job')),
  ...others,
});
