import type { Kind, ObjectKey, ObjectRef } from '@fairlead/kube-objects';
import type { NodeBadge, NodeFact } from './node-fact.ts';

/** The four columns, left to right: the direction of a request. */
export type Column = 'exposure' | 'ingress' | 'service' | 'pods';

/** What a node stands for. A ghost stands for something that is referred to but absent. */
export type GraphNodeKind =
  | 'clients'
  | 'controller'
  | 'ingress-class-ghost'
  | 'ingress'
  | 'service'
  | 'service-ghost'
  | 'workload'
  /** Everything of a namespace that ran to its end. */
  | 'finished'
  | 'endpoints'
  | 'external-name'
  | 'hidden'
  | 'folded-healthy';

/** How the Pods of a workload stand, seen from the Services that select them. */
export type PodState = 'ready' | 'not-ready' | 'terminating' | 'serving-terminating' | 'not-selected';

/** Why a Pod or an address does not take every request. */
export type PodReason =
  /** In the cluster's own words: a container's reason, a condition's, the Pod's, or its phase (`CrashLoopBackOff`). */
  | { readonly kind: 'reported'; readonly text: string }
  /** It is being deleted; `isServing`: it takes requests until then where no ready one is left. */
  | { readonly kind: 'terminating'; readonly isServing: boolean }
  /** It runs and has a readiness probe, and is not ready. */
  | { readonly kind: 'probe-fails' }
  | { readonly kind: 'not-ready' };

export interface GraphPod {
  readonly ref: ObjectRef<'Pod'> | undefined;
  /** The Pod's name without its workload's, else the address. */
  readonly tail: string;
  readonly state: PodState;
  readonly address: string | undefined;
  readonly nodeName: string | undefined;
  readonly zone: string | undefined;
  /** `undefined` when ready. */
  readonly reason: PodReason | undefined;
  /** The Pod's own condition `Ready`; tells "2 ready, not selected" from "2 not ready". */
  readonly isReady?: boolean;
}

/** One line of a node. `id` is stable and unique within the node. */
export type GraphRow =
  | {
      readonly id: string;
      readonly kind: 'host';
      readonly host: string;
      readonly hasTls: boolean;
      readonly secretName: string | undefined;
    }
  | {
      readonly id: string;
      readonly kind: 'path';
      readonly host: string;
      readonly path: string;
      readonly pathType: string;
      readonly ordinal: number;
      /** What the backend names, for reading: `web:http`. */
      readonly backend: string;
    }
  | { readonly id: string; readonly kind: 'default-backend'; readonly backend: string }
  | {
      readonly id: string;
      readonly kind: 'port';
      readonly portId: string;
      readonly name: string;
      readonly port: number;
      readonly protocol: string;
      /** `80`, a name that resolved to nothing, or several numbers `8080, 9090`. */
      readonly target: string;
      readonly isTargetResolved: boolean;
      readonly nodePort: number | undefined;
    }
  /** Stands for the `count` rows that do not fit (more than 40 rules: 12 are shown). */
  | { readonly id: string; readonly kind: 'more'; readonly count: number }
  | { readonly id: string; readonly kind: 'pod'; readonly pod: GraphPod }
  | { readonly id: string; readonly kind: 'fact'; readonly fact: NodeFact };

export interface GraphNode {
  /** The object's key, or a text of its own for what is no object: `clients`, `ghost:Service/sec/pay`. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly column: Column;
  /** `undefined` in the Exposure column. */
  readonly namespace: string | undefined;
  /** As the cluster has it. Empty for what has no name there: clients, what is finished, hidden or folded, a class without controller. */
  readonly name: string;
  readonly badge: NodeBadge | undefined;
  readonly ref: ObjectRef | undefined;
  readonly rows: readonly GraphRow[];
  /** Of an Ingress: how many path rows there are in all, shown or not. */
  readonly ruleCount: number;
  /** Of a workload: all its Pods; of manual endpoints: its addresses. */
  readonly pods: readonly GraphPod[];
  readonly isHeadless: boolean;
  /** The IngressClass of an Ingress, for the class filter; empty for none. */
  readonly className: string;
  /** Every object that this node accounts for, itself included: Pods, ReplicaSets and slices stand behind others. */
  readonly stands: readonly ObjectKey[];
  /** Pods that have succeeded or failed, which no Service reaches; they are not among `pods`. */
  readonly finishedCount?: number;
  /** Of a `hidden` node: the kinds whose objects the identity may not list here. Empty: they are not known yet. */
  readonly hiddenKinds?: readonly Kind[];
  /** Of a `folded-healthy` node: how many nodes it stands for. */
  readonly foldedCount?: number;
}

export type EdgeKind = 'trunk' | 'backend' | 'endpoints' | 'suggestion' | 'exposure';

export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly fromNode: string;
  /** The row it leaves; `undefined`: the node's head. */
  readonly fromRow: string | undefined;
  readonly toNode: string;
  readonly toRow: string | undefined;
  /** `broken` edges lead to a ghost, a port that is not there or to no endpoint. */
  readonly state: 'ok' | 'broken';
}

/** A lane's edges as numbers, in the order of `edges`: ends by their places in `nodes` and in the rows of these. */
export interface LaneIndex {
  /** -1: the edge begins in the Exposure column. */
  readonly from: Int32Array;
  /** -1: the head. */
  readonly fromRow: Int32Array;
  readonly to: Int32Array;
  readonly toRow: Int32Array;
}

/**
 * One namespace, everything in it drawn or counted. Nodes come column by column, each column from top to bottom. Edges
 * of kind `trunk` and `exposure` begin at nodes of {@link GraphExposure}.
 */
export interface GraphLane {
  readonly namespace: string;
  /** What the lane itself accounts for: its Namespace object, where that can be read. */
  readonly stands: readonly ObjectKey[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly index: LaneIndex;
  /** Objects of the namespace by kind, as listed. */
  readonly counts: {
    readonly ingresses: number;
    readonly services: number;
    readonly pods: number;
    readonly workloads: number;
  };
}

/** The Exposure column, which belongs to no namespace: clients, controllers, classes that do not exist. */
export interface GraphExposure {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
