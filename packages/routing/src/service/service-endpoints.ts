import type { Endpoint, EndpointSlice, Pod, Service, ServicePort } from '@fairlead/kube-objects';

/** How a Service finds its backends (SPEC SVC-1). */
export type ServiceForm = 'cluster-ip' | 'headless' | 'external-name' | 'no-selector';

/** One address behind one Service port. `pod` is the Pod that the slice's `targetRef` names, when it is known. */
export interface ServiceEndpoint {
  readonly address: string;
  /** The port number behind the address; `undefined` when the slice publishes none. */
  readonly port: number | undefined;
  readonly addressType: 'IPv4' | 'IPv6' | 'FQDN';
  /** As published, absent values already read as the API defines them: ready true, serving true, terminating false. */
  readonly isReady: boolean;
  readonly isServing: boolean;
  readonly isTerminating: boolean;
  readonly nodeName: string | undefined;
  readonly zone: string | undefined;
  readonly pod: Pod | undefined;
  readonly slice: EndpointSlice;
  readonly endpoint: Endpoint;
}

/** What one Service port leads to. */
export interface ServicePortEndpoints {
  readonly port: ServicePort;
  /** Names the port within its Service: its name, else `number/PROTOCOL`. */
  readonly id: string;
  /** Container port numbers that `targetPort` means, distinct and ascending; empty when a name resolves in no Pod. */
  readonly targetNumbers: readonly number[];
  /** Selected Pods that have not ended and in which a *named* targetPort resolves to nothing; empty for numbers. */
  readonly podsWithoutTarget: readonly Pod[];
  readonly endpoints: readonly ServiceEndpoint[];
  readonly readyCount: number;
}

/** Everything between a Service and its Pods at one moment. */
export interface ServiceEndpoints {
  readonly service: Service;
  readonly form: ServiceForm;
  /** Pods that the selector matches in any phase; empty without a selector. */
  readonly selectedPods: readonly Pod[];
  readonly slices: readonly EndpointSlice[];
  readonly ports: readonly ServicePortEndpoints[];
  /** Published addresses that no port of the Service leads to; of a headless Service DNS answers with them all the same. */
  readonly unusedEndpoints: readonly ServiceEndpoint[];
  /**
   * Distinct backends over all ports, by state: `ready` + `serving while terminating` + `not ready` = all. A Pod with
   * several addresses is one backend, an address without a Pod is one of its own.
   */
  readonly readyCount: number;
  readonly servingTerminatingCount: number;
  readonly notReadyCount: number;
  /** False when Pods or EndpointSlices of the namespace cannot be (or are not yet) read: counts then prove nothing. */
  readonly isKnown: boolean;
}
