import type { ObjectRef } from '@fairlead/kube-objects';
import type { GraphNode, GraphRow } from './graph.ts';

/**
 * How far a request gets. `missing-service`, `missing-port`, `no-endpoints`: it ends there. `no-backend`: the rule names no
 * Service. `external`: it leaves the cluster by name. `not-known`: what comes next may not be read or is not loaded.
 * `not-reached`: a workload that no Service leads to. `finished`: Pods and Jobs that ran to their end.
 */
export type RouteState =
  | 'ok'
  | 'missing-service'
  | 'missing-port'
  | 'no-endpoints'
  | 'no-backend'
  | 'external'
  | 'not-known'
  | 'not-reached'
  | 'missing-class'
  | 'finished';

/** A port of a Service as its node shows it. */
export type RoutePort = Pick<Extract<GraphRow, { readonly kind: 'port' }>, 'name' | 'port' | 'target'>;

/**
 * One line of the table that says what the picture says. `route` rows are paths and default backends; `service` rows are
 * ports that no Ingress leads to; `workload`, `hidden` and `exposure` rows are nodes that no route contains.
 */
export interface RouteRow {
  /** Stable while the same thing is told. */
  readonly id: string;
  readonly kind: 'route' | 'service' | 'workload' | 'hidden' | 'exposure';
  /** `undefined` in the Exposure column. */
  readonly namespace: string | undefined;
  /** Empty text: any host. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly isDefaultBackend: boolean;
  readonly className: string;
  readonly ingress: string;
  readonly ingressRef: ObjectRef | undefined;
  /** The Service's name, also of one that is missing; else what the backend names. */
  readonly service: string;
  readonly serviceRef: ObjectRef | undefined;
  /** `undefined`: the line tells of no port. */
  readonly port: RoutePort | undefined;
  /** Workloads, addresses or names outside that stand behind; of lines that tell of one node alone that node. */
  readonly behind: readonly GraphNode[];
  readonly readyPods: number;
  readonly allPods: number;
  readonly state: RouteState;
  /** Nodes and rows (`nodeId`, `nodeId#rowId`) of the picture that this line tells of, from left to right. */
  readonly targets: readonly string[];
}
