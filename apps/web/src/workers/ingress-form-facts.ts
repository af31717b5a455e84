import type { ControllerFamily, PathClaim, SamePathRule } from '@fairlead/routing';

/** What the form of an Ingress asks: who else has its hosts, as they are being typed, and what its backends may be. */
export interface IngressFormQuestion {
  readonly kind: 'ingressFormFacts';
  readonly namespace: string;
  readonly name: string;
  /** The class that the draft names, by field or annotation; empty: none. */
  readonly className: string;
  /** Distinct, empty text for any host. */
  readonly hosts: readonly string[];
}

export interface ServicePortChoice {
  readonly name: string | undefined;
  readonly number: number;
  readonly protocol: string;
  readonly readyPods: number;
  /** False: the name is too long or of another form than an Ingress can hold. */
  readonly canBeNamed: boolean;
  /** The container port it names where none of the Service's Pods declares one so called. */
  readonly missingTarget: string | undefined;
}

export interface ServiceChoice {
  readonly name: string;
  readonly type: string;
  readonly ports: readonly ServicePortChoice[];
  readonly readyPods: number;
  readonly allPods: number;
  /** Whether an endpoint of any port is ready, which ready Pods alone do not make sure. */
  readonly isAnswering: boolean;
  /** False: Pods or EndpointSlices cannot be read, and the counts prove nothing. */
  readonly isCounted: boolean;
}

export interface ClassChoice {
  readonly name: string;
  /** `spec.controller`. */
  readonly controller: string;
  readonly family: ControllerFamily | undefined;
  readonly isDefault: boolean;
}

/** A path of another Ingress for one of the hosts. */
export interface HostClaim extends PathClaim {
  readonly className: string;
  /** `orders:http`, `Bucket/static`; empty where there is none. */
  readonly backend: string;
}

/** What of the cluster the form of an Ingress must know. */
export interface IngressFormFacts {
  readonly areServicesKnown: boolean;
  /** Of the namespace, those with ready Pods first. */
  readonly services: readonly ServiceChoice[];
  /** Services beyond those listed. */
  readonly moreServices: number;
  readonly areClassesKnown: boolean;
  readonly classes: readonly ClassChoice[];
  readonly family: ControllerFamily | undefined;
  readonly samePathRule: SamePathRule;
  /** When this Ingress was created; `undefined` for one that is not stored. */
  readonly createdAt: string | undefined;
  readonly areIngressesKnown: boolean;
  readonly namespaces: readonly string[];
  /** Whether an Ingress of that name is stored. */
  readonly isNameTaken: boolean;
  /** Claims of other Ingresses, by host. Hosts that nobody else has are left out. */
  readonly claims: readonly {
    readonly host: string;
    /** Of Ingresses that the same controller serves, as far as classes tell. */
    readonly rivals: readonly HostClaim[];
    /** Ingresses of other classes with this host: other controllers answer for them, under other addresses. */
    readonly others: readonly {
      readonly namespace: string;
      readonly name: string;
      readonly className: string;
    }[];
  }[];
}
