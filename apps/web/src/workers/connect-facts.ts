import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef, StringMap } from '@fairlead/kube-objects';
import type { ServiceChoice } from './ingress-form-facts.ts';

/** What "Connect to…" asks of an Ingress, a Service, or a Service that rules name and that is not there. */
export interface ConnectQuestion {
  readonly kind: 'connectFacts';
  readonly target: ObjectRef<EditedKind>;
}

/** What can be led elsewhere. `backend` and `selector` are where it leads now. */
export type ConnectFrom =
  | {
      readonly kind: 'path';
      /** Empty for a rule without host. */
      readonly host: string;
      /** Empty where the path is left out. */
      readonly path: string;
      readonly pathType: string;
      /** `orders:http`, `Bucket/static`; empty where there is none. */
      readonly backend: string;
    }
  | { readonly kind: 'default-backend'; readonly backend: string }
  /** A path to be added to a host; `hasRoot`: the host has one for `/` already. */
  | { readonly kind: 'new-path'; readonly host: string; readonly hasRoot: boolean }
  | { readonly kind: 'selector'; readonly selector: StringMap };

export interface ConnectSource {
  /** Unique among the sources of an answer. */
  readonly id: string;
  /** What is edited when it is connected. */
  readonly ref: ObjectRef<EditedKind> & { readonly namespace: string };
  readonly from: ConnectFrom;
}

/** A label that all Pods of a workload carry. */
export interface WorkloadLabel {
  readonly key: string;
  readonly value: string;
  /** Whether it names the workload, as the usual selectors do. */
  readonly isUsual: boolean;
}

/** Pods of one owner, or a Pod that has none. */
export interface WorkloadChoice {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly readyPods: number;
  readonly allPods: number;
  /** Without those that controllers write and that change with every rollout. */
  readonly labels: readonly WorkloadLabel[];
}

/** What can be led elsewhere, and where to. No sources: nothing here can be connected. */
export interface ConnectFacts {
  readonly sources: readonly ConnectSource[];
  readonly areServicesKnown: boolean;
  readonly services: readonly ServiceChoice[];
  /** Services beyond those listed. */
  readonly moreServices: number;
  readonly arePodsKnown: boolean;
  /** Those with ready Pods first. */
  readonly workloads: readonly WorkloadChoice[];
}
