import type { LoadBalancerIngress, ObjectMeta } from './object-meta.ts';

export interface ServiceBackendPort {
  readonly name?: string;
  readonly number?: number;
}

export interface IngressServiceBackend {
  readonly name: string;
  readonly port?: ServiceBackendPort;
}

export interface TypedLocalObjectReference {
  readonly apiGroup?: string;
  readonly kind: string;
  readonly name: string;
}

/** Exactly one of `service` and `resource` is set on a valid object. */
export interface IngressBackend {
  readonly service?: IngressServiceBackend;
  readonly resource?: TypedLocalObjectReference;
}

export interface HttpIngressPath {
  /** May be absent with `ImplementationSpecific`: every path. */
  readonly path?: string;
  readonly pathType: string;
  readonly backend: IngressBackend;
}

export interface IngressRule {
  /** Absent or empty: any host. */
  readonly host?: string;
  readonly http?: { readonly paths: readonly HttpIngressPath[] };
}

export interface IngressTls {
  readonly hosts?: readonly string[];
  readonly secretName?: string;
}

export interface IngressSpec {
  readonly ingressClassName?: string;
  readonly defaultBackend?: IngressBackend;
  readonly rules?: readonly IngressRule[];
  readonly tls?: readonly IngressTls[];
}

/** As of a Service, without `ipMode`. */
export type IngressLoadBalancerIngress = Omit<LoadBalancerIngress, 'ipMode'>;

export interface Ingress {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'Ingress';
  readonly metadata: ObjectMeta;
  readonly spec: IngressSpec;
  readonly status?: { readonly loadBalancer?: { readonly ingress?: readonly IngressLoadBalancerIngress[] } };
}

export interface IngressClass {
  readonly apiVersion: 'networking.k8s.io/v1';
  readonly kind: 'IngressClass';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly controller?: string;
    readonly parameters?: TypedLocalObjectReference & {
      readonly scope?: string;
      readonly namespace?: string;
    };
  };
}
