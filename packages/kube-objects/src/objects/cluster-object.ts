import type { Kind } from '../kind.ts';
import type { EndpointSlice } from './endpoint-slice.ts';
import type { Ingress, IngressClass } from './ingress.ts';
import type { Namespace, Node } from './node.ts';
import type { Pod } from './pod.ts';
import type { Service } from './service.ts';
import type { DaemonSet, Deployment, Job, ReplicaSet, StatefulSet } from './workload.ts';

/** The shape of each kind, as the API sends it. */
export interface ObjectShapes {
  readonly Namespace: Namespace;
  readonly Node: Node;
  readonly IngressClass: IngressClass;
  readonly Service: Service;
  readonly Ingress: Ingress;
  readonly EndpointSlice: EndpointSlice;
  readonly Pod: Pod;
  readonly Deployment: Deployment;
  readonly ReplicaSet: ReplicaSet;
  readonly StatefulSet: StatefulSet;
  readonly DaemonSet: DaemonSet;
  readonly Job: Job;
}

export type ObjectOf<K extends Kind> = ObjectShapes[K];
export type ClusterObject = ObjectShapes[Kind];

declare const trimmedMark: unique symbol;
declare const wholeMark: unique symbol;

/** An object as the update stream carries it: only the fields Fairlead reads. For looking, never for editing. */
export type TrimmedObject<K extends Kind = Kind> = ObjectOf<K> & { readonly [trimmedMark]?: never };

/** An object fetched on demand with nothing dropped: the only thing that may be shown as YAML or edited. */
export type WholeObject<K extends Kind = Kind> = ObjectOf<K> & { readonly [wholeMark]: true };
