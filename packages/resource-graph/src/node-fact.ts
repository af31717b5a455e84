import type { Kind } from '@fairlead/kube-objects';
import type { IngressController, WayIn } from '@fairlead/routing';

/** Something worth knowing of a node, as data: whoever shows it finds the words. */
export type NodeFact =
  /** Where requests of clients arrive: the name of a Node, or a host or address. `address` is empty where the name says it all. */
  | { readonly kind: 'arrival'; readonly name: string; readonly address: string }
  /** Where else they arrive: the first two, and how many more there are. */
  | { readonly kind: 'other-arrivals'; readonly names: readonly string[]; readonly moreCount: number }
  /** No Pods of the cluster are recognised as those of this controller: it may run elsewhere, or hidden. */
  | { readonly kind: 'no-pods-recognised' }
  /** The one workload that runs the controller, and how its Pods are reached. */
  | {
      readonly kind: 'workload';
      readonly workloadKind: IngressController['workload']['kind'];
      readonly way: WayIn;
    }
  | { readonly kind: 'several-workloads'; readonly count: number }
  /** The IngressClasses that name the controller in `spec.controller`; an empty list: there is none. */
  | { readonly kind: 'classes'; readonly classes: readonly ServedClass[] }
  /** The ports on which the controller takes requests; never empty. */
  | { readonly kind: 'ports'; readonly ports: readonly number[] }
  | { readonly kind: 'ready-pods'; readonly ready: number; readonly all: number }
  /**
   * Ingresses name a class of which there is no IngressClass to show. `missing`: `spec.ingressClassName` names it and it does
   * not exist. `annotated`: the annotation `kubernetes.io/ingress.class` names it, which needs none. `not-known`: whether
   * it exists cannot be told, the kind cannot be read.
   */
  | {
      readonly kind: 'unresolved-class';
      readonly className: string;
      readonly why: 'missing' | 'annotated' | 'not-known';
    }
  /** Pods that have succeeded or failed. */
  | { readonly kind: 'finished-pods'; readonly count: number }
  /** What ran to its end: a Job with the Pods that are left of it, or a Pod of its own, of which `podCount` is 0. */
  | {
      readonly kind: 'finished-owner';
      readonly ownerKind: string;
      readonly name: string;
      readonly podCount: number;
    };

/** An IngressClass as its controller's node names it. */
export interface ServedClass {
  readonly name: string;
  /** It carries the annotation that makes it the class of Ingresses that name none. */
  readonly isDefault: boolean;
}

/** What a node is beyond its kind, for the small words at its head. */
export type NodeBadge =
  /** The class an Ingress names. */
  | { readonly kind: 'class'; readonly className: string }
  /** `spec.type` of a Service, `ClusterIP` where it is left out. */
  | { readonly kind: 'service-type'; readonly type: string }
  /** A Service whose `spec.clusterIP` is `None`. */
  | { readonly kind: 'headless' }
  /** What the Pods of a workload belong to, as owner references name the kind. */
  | { readonly kind: 'owner'; readonly ownerKind: string }
  /** The kind of the objects that hold what the node shows. */
  | { readonly kind: 'held-by'; readonly objectKind: Kind }
  /** The Service is of type ExternalName. */
  | { readonly kind: 'external-name' }
  /** Whether Jobs are among what ran to its end, or bare Pods only. */
  | { readonly kind: 'finished'; readonly hasJobs: boolean };
