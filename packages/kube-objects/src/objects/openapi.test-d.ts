import type * as apps from 'kubernetes-types/apps/v1';
import type * as batch from 'kubernetes-types/batch/v1';
import type * as core from 'kubernetes-types/core/v1';
import type * as discovery from 'kubernetes-types/discovery/v1';
import type * as networking from 'kubernetes-types/networking/v1';
import type { EndpointSlice } from './endpoint-slice.ts';
import type { Ingress, IngressClass } from './ingress.ts';
import type { Namespace, Node } from './node.ts';
import type { Pod } from './pod.ts';
import type { Service } from './service.ts';
import type { DaemonSet, Deployment, Job, ReplicaSet, StatefulSet, Workload } from './workload.ts';

/** Fields that the API has and Kubernetes 1.30, which the official types describe, had not. */
type NewerField = 'endpoints.hints.forNodes';

type Plain = string | number | boolean;
type Dictionary = Readonly<Record<string, string>>;
type Join<P extends string, F> = F extends string ? (P extends '' ? F : `${P}.${F}`) : never;

/** Names every field of `Ours` that `Theirs` does not have or has with a type of which ours is no reading. */
type Difference<Ours, Theirs, Path extends string = ''> = [Ours] extends [Plain]
  ? [Theirs] extends [Ours]
    ? never
    : Path
  : [Ours] extends [readonly (infer Item)[]]
    ? Theirs extends readonly (infer TheirItem)[]
      ? Difference<Item, TheirItem, Path>
      : Path
    : string extends keyof Ours
      ? [Theirs] extends [Dictionary]
        ? never
        : Path
      : {
          [F in keyof Ours & string]-?: F extends keyof Theirs
            ? Difference<NonNullable<Ours[F]>, NonNullable<Theirs[F]>, Join<Path, F>>
            : Join<Path, F>;
        }[keyof Ours & string];

/** Does not compile with anything but `never`: the error names the fields in question. */
type MustBeNever<T extends never> = T;

type SpecOfAll = apps.DeploymentSpec &
  apps.ReplicaSetSpec &
  apps.StatefulSetSpec &
  apps.DaemonSetSpec &
  batch.JobSpec;
type StatusOfAll = Omit<apps.DeploymentStatus, 'conditions'> &
  Omit<apps.ReplicaSetStatus, 'conditions'> &
  Omit<apps.StatefulSetStatus, 'conditions'> &
  Omit<apps.DaemonSetStatus, 'conditions'> &
  batch.JobStatus;

/** `spec` and `status` of workloads are one type for all of them here, so a field has to be one of any. */
type DifferenceOfWorkload<Ours extends Workload, Theirs> =
  | Difference<Omit<Ours, 'spec' | 'status'>, Theirs>
  | Difference<Ours['spec'], SpecOfAll, 'spec'>
  | Difference<NonNullable<Ours['status']>, StatusOfAll, 'status'>;

export type Checked = [
  MustBeNever<Difference<Service, core.Service>>,
  MustBeNever<Difference<Pod, core.Pod>>,
  MustBeNever<Difference<Node, core.Node>>,
  MustBeNever<Difference<Namespace, core.Namespace>>,
  MustBeNever<Difference<Ingress, networking.Ingress>>,
  MustBeNever<Difference<IngressClass, networking.IngressClass>>,
  MustBeNever<Exclude<Difference<EndpointSlice, discovery.EndpointSlice>, NewerField>>,
  MustBeNever<DifferenceOfWorkload<Deployment, apps.Deployment>>,
  MustBeNever<DifferenceOfWorkload<ReplicaSet, apps.ReplicaSet>>,
  MustBeNever<DifferenceOfWorkload<StatefulSet, apps.StatefulSet>>,
  MustBeNever<DifferenceOfWorkload<DaemonSet, apps.DaemonSet>>,
  MustBeNever<DifferenceOfWorkload<Job, batch.Job>>,
  // The comparison itself must see a field that is not there, one of another type, and one that came later.
  MustBeNever<
    'invented' extends Difference<{ readonly invented?: string }, core.ServiceSpec> ? never : 'unseen'
  >,
  MustBeNever<'type' extends Difference<{ readonly type?: number }, core.ServiceSpec> ? never : 'unseen'>,
  MustBeNever<
    'ports.port' extends Difference<
      { readonly ports?: readonly { readonly port: string }[] },
      core.ServiceSpec
    >
      ? never
      : 'unseen'
  >,
  MustBeNever<
    NewerField extends Difference<EndpointSlice, discovery.EndpointSlice> ? never : 'no longer newer'
  >,
];
