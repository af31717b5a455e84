import type { ObjectRef, Service, Workload } from '@fairlead/kube-objects';

/** Programs that are recognised (SPEC CTL-1). */
export type ControllerFamily =
  | 'ingress-nginx'
  | 'nginx-f5'
  | 'traefik'
  | 'haproxytech'
  | 'haproxy-ingress'
  | 'kong'
  | 'istio'
  | 'contour';

/** How requests get from outside to the controller's Pods (SPEC CTL-5). `ClusterIP`: not at all. */
export type WayIn = 'LoadBalancer' | 'hostNetwork' | 'hostPort' | 'NodePort' | 'ClusterIP';

/** A port as a client uses it. */
export interface EntryPort {
  readonly scheme: 'http' | 'https';
  readonly port: number;
}

/** Where a client reaches the controller, with the ports that are open there. */
export interface ControllerAddress {
  readonly kind: 'load-balancer' | 'external-ip' | 'node-external' | 'node-internal' | 'cluster-ip';
  readonly host: string;
  readonly nodeName: string | undefined;
  readonly ports: readonly EntryPort[];
}

/** One workload through which requests for Ingresses come into the cluster. */
export interface IngressController {
  /** The key of its workload. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly family: ControllerFamily;
  readonly workload: ObjectRef<Workload['kind']>;
  /** IngressClasses it serves, by `spec.controller` and the class it was started with. */
  readonly classNames: readonly string[];
  /** The way most clients use; `ways` has all, that one first. */
  readonly way: WayIn;
  readonly ways: readonly WayIn[];
  /** Services that lead to its HTTP and HTTPS ports; not those for metrics or admission. */
  readonly services: readonly Service[];
  /** In the order in which to try them. Empty: a load balancer without address yet, or Nodes that cannot be read. */
  readonly addresses: readonly ControllerAddress[];
  /** The ports of `way`, distinct. */
  readonly ports: readonly EntryPort[];
  readonly readyCount: number;
  /** Pods that have not ended. */
  readonly podCount: number;
  /** Nodes with a ready Pod of it, sorted. */
  readonly nodeNames: readonly string[];
}
