import type {
  HttpIngressPath,
  Ingress,
  IngressBackend,
  IngressClass,
  IngressRule,
  Service,
  ServicePort,
} from '@fairlead/kube-objects';

/** Which class an Ingress belongs to, and how it says so (SPEC ING-1 to ING-6). */
export type ClassResolution =
  | {
      readonly kind: 'resolved';
      readonly source: 'field' | 'annotation' | 'default';
      readonly name: string;
      readonly ingressClass: IngressClass;
    }
  /** The name is not an IngressClass object. For `annotation` some controllers serve it all the same. */
  | { readonly kind: 'missing'; readonly source: 'field' | 'annotation'; readonly name: string }
  | { readonly kind: 'none' }
  /** IngressClasses cannot be read, so nobody can tell. */
  | {
      readonly kind: 'unknown';
      readonly source: 'field' | 'annotation' | 'none';
      readonly name: string | undefined;
    };

/** Where a backend leads (SPEC ING-7 to ING-12). */
export type BackendResolution =
  | { readonly kind: 'port'; readonly service: Service; readonly port: ServicePort; readonly portId: string }
  | { readonly kind: 'no-port'; readonly service: Service; readonly wanted: string; readonly isName: boolean }
  | { readonly kind: 'no-service'; readonly name: string }
  /** The Service is not among the known objects, and Services of the namespace cannot be read. */
  | { readonly kind: 'hidden'; readonly name: string }
  | {
      readonly kind: 'resource';
      readonly apiGroup: string | undefined;
      readonly resourceKind: string;
      readonly name: string;
    }
  /** Neither service nor resource: an object the API server would refuse. */
  | { readonly kind: 'empty' };

/** One path of one rule, by reference into the object: a view can always say which line it shows. */
export interface IngressPathPlace {
  readonly rule: IngressRule;
  readonly path: HttpIngressPath;
  readonly ruleIndex: number;
  readonly pathIndex: number;
  /** Empty text: any host. */
  readonly host: string;
  /** Which of several equal (host, path, pathType) this is, from 0: names it without its position. */
  readonly ordinal: number;
  readonly hasTls: boolean;
}

/** A path and where its backend leads. */
export interface IngressPathReference extends IngressPathPlace {
  readonly backend: BackendResolution;
}

export interface IngressReferences {
  readonly ingress: Ingress;
  readonly class: ClassResolution;
  readonly paths: readonly IngressPathReference[];
  readonly defaultBackend:
    | { readonly source: IngressBackend; readonly resolution: BackendResolution }
    | undefined;
  /** Hosts in the order of their first rule, each once; rules without a host as empty text. */
  readonly hosts: readonly string[];
}
