import type { ObjectRef, StringMap } from '@fairlead/kube-objects';
import type { ControllerFamily } from '@fairlead/routing';

/** What the form of a Service asks: what its selector, as it is being typed, leads to. */
export interface ServiceFormQuestion {
  readonly kind: 'serviceFormFacts';
  readonly namespace: string;
  readonly name: string;
  readonly selector: StringMap;
}

/** A port that containers of the matching Pods declare. */
export interface DeclaredPort {
  readonly name: string | undefined;
  readonly number: number;
  readonly protocol: string;
  /** In how many of the matching Pods. */
  readonly pods: number;
}

/** A node port of another Service; the same number may be free for another protocol. */
export interface TakenNodePort {
  readonly port: number;
  readonly protocol: string;
  readonly service: ObjectRef<'Service'>;
  /** The port it belongs to; `healthz` for the port of a load balancer's health check. */
  readonly portName: string;
}

/** What of the cluster the form of a Service must know. */
export interface ServiceFormFacts {
  /** False: Pods of the namespace cannot be read, and counts prove nothing. */
  readonly isKnown: boolean;
  /** Pods that match and have not ended. */
  readonly pods: number;
  readonly readyPods: number;
  /** What the matching Pods belong to, with how many each. */
  readonly owners: readonly { readonly kind: string; readonly name: string; readonly pods: number }[];
  readonly declaredPorts: readonly DeclaredPort[];
  /** Labels of the namespace's Pods: what a selector may say. */
  readonly labels: readonly {
    readonly key: string;
    readonly values: readonly { readonly value: string; readonly pods: number }[];
  }[];
  /** Of other Services, in the whole cluster. */
  readonly takenNodePorts: readonly TakenNodePort[];
  /**
   * The next ones that nobody has for any protocol, of the band that Kubernetes assigns last. Assumes the default range,
   * 30000 to 32767: the API does not tell which one the API server was given.
   */
  readonly freeNodePorts: readonly number[];
  /** IP families that cluster IPs of this cluster have. */
  readonly families: readonly string[];
  readonly loadBalancerClasses: readonly string[];
  /** Controllers that read the Service's annotations: of the Ingresses that lead here, or of all classes where none does. */
  readonly controllers: readonly ControllerFamily[];
  readonly namespaces: readonly string[];
  /** Whether a Service of that name is stored. */
  readonly isNameTaken: boolean;
}
