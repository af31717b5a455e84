import type { StringMap } from '../objects/object-meta.ts';
import type { PodSpec } from '../objects/pod.ts';
import type {
  DaemonSet,
  Deployment,
  Job,
  ReplicaSet,
  StatefulSet,
  Workload,
  WorkloadSpec,
  WorkloadStatus,
} from '../objects/workload.ts';
import { namespacedMeta, ObjectBuilder } from './object-builder.ts';

class WorkloadBuilder<T extends Workload> extends ObjectBuilder<T> {
  withReplicas(replicas: number): this {
    return this.withSpec({ replicas });
  }

  /** The labels of its Pods, which its selector asks for. */
  withPodLabels(labels: StringMap): this {
    const { template } = this.draft.spec;
    return this.withSpec({
      selector: { matchLabels: labels },
      template: { ...template, metadata: { ...template?.metadata, labels } },
    });
  }

  withPodSpec(spec: PodSpec): this {
    return this.withSpec({ template: { ...this.draft.spec.template, spec } });
  }

  withSpec(spec: Partial<WorkloadSpec>): this {
    return this.next({ ...this.draft, spec: { ...this.draft.spec, ...spec } });
  }

  withStatus(status: WorkloadStatus): this {
    return this.next({ ...this.draft, status: { ...this.draft.status, ...status } });
  }
}

export type { WorkloadBuilder };

/** The same labels for the Pods and the selector: what the API asks of every workload but a Job. */
function smallestSpec(place: string): WorkloadSpec {
  const labels = { app: place.slice(place.indexOf('/') + 1) };
  return {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'example/app:1' }] } },
  };
}

export const aDeployment = (place: string): WorkloadBuilder<Deployment> =>
  new WorkloadBuilder<Deployment>({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: namespacedMeta('Deployment', place),
    spec: { ...smallestSpec(place), replicas: 1 },
  });

export const aReplicaSet = (place: string): WorkloadBuilder<ReplicaSet> =>
  new WorkloadBuilder<ReplicaSet>({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: namespacedMeta('ReplicaSet', place),
    spec: { ...smallestSpec(place), replicas: 1 },
  });

export const aStatefulSet = (place: string): WorkloadBuilder<StatefulSet> =>
  new WorkloadBuilder<StatefulSet>({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: namespacedMeta('StatefulSet', place),
    spec: { ...smallestSpec(place), replicas: 1, serviceName: place.slice(place.indexOf('/') + 1) },
  });

export const aDaemonSet = (place: string): WorkloadBuilder<DaemonSet> =>
  new WorkloadBuilder<DaemonSet>({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: namespacedMeta('DaemonSet', place),
    spec: smallestSpec(place),
  });

export const aJob = (place: string): WorkloadBuilder<Job> =>
  new WorkloadBuilder<Job>({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: namespacedMeta('Job', place),
    spec: smallestSpec(place),
  });
