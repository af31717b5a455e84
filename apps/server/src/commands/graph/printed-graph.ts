/** A node of the printed picture. Fields without a value are absent. */
export interface PrintedNode {
  /** `Kind/namespace/name` of an object; a text of its own for what is none. */
  readonly id: string;
  /** The Kubernetes kind; of what is no object `Clients`, `Controller`, `Addresses`, `ExternalName`, `Finished` or `Hidden`. */
  readonly kind: string;
  /** Empty where there is none. */
  readonly namespace: string;
  readonly name: string;
  /** Of a workload `ready`, `partly-ready`, `not-ready` or `no-pods`; of a Pod how it stands. */
  readonly state?: string;
  /** It is referred to, but does not exist. */
  readonly ghost?: true;
  /** Of a workload its Pods, of addresses how many, of what is finished its Pods. */
  readonly count?: number;
}

export interface PrintedEdge {
  readonly from: string;
  readonly to: string;
  /** `exposure`, `trunk` (controller to Ingress), `backend`, `endpoints`, or `owns` (workload to Pod). */
  readonly kind: string;
  /** Of a rule; absent for any host. */
  readonly host?: string;
  readonly path?: string;
  /** The Service port's number. */
  readonly port?: number;
  /** `broken` leads to what is not there or to no endpoint. */
  readonly state?: 'broken';
}

export interface PrintedGraph {
  readonly nodes: readonly PrintedNode[];
  readonly edges: readonly PrintedEdge[];
}
