import type { Severity } from '@fairlead/diagnostics';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { RowDraft } from './draft-answers.ts';

/** A row of the graph's table twin: one way a request can take, or something that no request reaches. */
export interface RouteRow {
  /** Unique and stable: address of the row in the picture. */
  readonly id: string;
  /** What to select when the row is opened. */
  readonly sel: string;
  /** `exposure`: how requests come in; no way of its own. */
  readonly kind: 'route' | 'service' | 'workload' | 'hidden' | 'exposure';
  /** Nodes and rows (`nodeId`, `nodeId#rowId`) of the picture that it tells of, from left to right. */
  readonly targets: readonly string[];
  readonly namespace: string;
  /** Empty text: any host. `undefined`: no Ingress leads here. */
  readonly host: string | undefined;
  readonly path: string;
  readonly pathType: string;
  readonly ingress: ObjectRef | undefined;
  readonly service: string;
  readonly serviceRef: ObjectRef | undefined;
  readonly port: string;
  /** Names of the workloads, addresses or names outside that answer; else of what the row tells of. */
  readonly behind: readonly string[];
  readonly readyPods: number;
  readonly allPods: number;
  readonly worst?: Severity;
  /** The worst problem in a few words; empty when there is none. */
  readonly stateWords: string;
  /** What the draft does to the row. */
  readonly draft?: RowDraft;
}
