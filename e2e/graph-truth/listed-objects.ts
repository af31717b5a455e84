/*
 * The few fields of Kubernetes objects that decide where requests go, as `kubectl get -o json` prints them. Written anew
 * for this folder: nothing here may come from the product, or it would agree with itself.
 */

interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly controller?: boolean;
  }[];
}

export interface ListedBackend {
  readonly service?: {
    readonly name: string;
    readonly port?: { readonly name?: string; readonly number?: number };
  };
}

export interface ListedIngress {
  readonly kind: 'Ingress';
  readonly metadata: Metadata;
  readonly spec: {
    readonly defaultBackend?: ListedBackend;
    readonly rules?: readonly {
      readonly host?: string;
      readonly http?: {
        readonly paths: readonly {
          readonly path?: string;
          readonly pathType: string;
          readonly backend: ListedBackend;
        }[];
      };
    }[];
  };
}

export interface ListedPort {
  readonly name?: string;
  readonly port?: number;
  readonly protocol?: string;
}

export interface ListedService {
  readonly kind: 'Service';
  readonly metadata: Metadata;
  readonly spec: {
    readonly type?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly ListedPort[];
    readonly clusterIP?: string;
    readonly ipFamilies?: readonly string[];
  };
}

export interface ListedEndpoint {
  readonly conditions?: {
    readonly ready?: boolean;
    readonly serving?: boolean;
    readonly terminating?: boolean;
  };
  readonly targetRef?: { readonly kind?: string; readonly name?: string; readonly namespace?: string };
}

export interface ListedSlice {
  readonly kind: 'EndpointSlice';
  readonly metadata: Metadata;
  readonly addressType: string;
  readonly ports?: readonly ListedPort[] | null;
  readonly endpoints?: readonly ListedEndpoint[] | null;
}

export interface ListedPod {
  readonly kind: 'Pod';
  readonly metadata: Metadata;
  readonly status?: { readonly phase?: string };
}

export interface ListedOwner {
  readonly kind: 'Deployment' | 'ReplicaSet';
  readonly metadata: Metadata;
}

export type ListedObject = ListedIngress | ListedService | ListedSlice | ListedPod | ListedOwner;

/** What to give kubectl so that it prints a list of {@link ListedObject}. */
export const kubectlQuery = [
  'get',
  'ingresses,services,endpointslices,pods,deployments,replicasets',
  '--all-namespaces',
  '--output=json',
] as const;
