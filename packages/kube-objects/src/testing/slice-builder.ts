import { serviceNameLabel } from '../object-store.ts';
import type { Endpoint, EndpointPort, EndpointSlice } from '../objects/endpoint-slice.ts';
import type { Pod } from '../objects/pod.ts';
import { built, namespacedMeta, ObjectBuilder, type Buildable } from './object-builder.ts';

/** Conditions that are not given stay absent, as in a slice written by hand. */
export interface EndpointOptions {
  readonly ready?: boolean;
  readonly serving?: boolean;
  readonly terminating?: boolean;
  readonly pod?: Buildable<Pod>;
  readonly nodeName?: string;
  readonly zone?: string;
  readonly hostname?: string;
}

class SliceBuilder extends ObjectBuilder<EndpointSlice> {
  /** Belongs to this Service of the same namespace. */
  of(serviceName: string): this {
    return this.labelled({ [serviceNameLabel]: serviceName });
  }

  managedBy(manager: string): this {
    return this.labelled({ 'endpointslice.kubernetes.io/managed-by': manager });
  }

  withAddressType(addressType: 'IPv4' | 'IPv6' | 'FQDN'): this {
    return this.next({ ...this.draft, addressType });
  }

  /** The name is empty, as for the only, unnamed port of a Service, unless given. */
  withPort(port: number, options: Omit<EndpointPort, 'port'> = {}): this {
    return this.withPorts([{ name: '', protocol: 'TCP', ...options, port }]);
  }

  withPorts(ports: readonly EndpointPort[]): this {
    return this.next({ ...this.draft, ports: [...(this.draft.ports ?? []), ...ports] });
  }

  withEndpoint(address: string, options: EndpointOptions = {}): this {
    const { pod, nodeName, zone, hostname, ...conditions } = options;
    const metadata = pod === undefined ? undefined : built(pod).metadata;
    const endpoint: Endpoint = {
      addresses: [address],
      ...(Object.keys(conditions).length > 0 ? { conditions } : {}),
      ...(nodeName === undefined ? {} : { nodeName }),
      ...(zone === undefined ? {} : { zone }),
      ...(hostname === undefined ? {} : { hostname }),
      ...(metadata === undefined
        ? {}
        : {
            targetRef: {
              kind: 'Pod',
              name: metadata.name,
              ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
              ...(metadata.uid === undefined ? {} : { uid: metadata.uid }),
            },
          }),
    };
    return this.withEndpoints([endpoint]);
  }

  withEndpoints(endpoints: readonly Endpoint[]): this {
    return this.next({ ...this.draft, endpoints: [...(this.draft.endpoints ?? []), ...endpoints] });
  }
}

export type { SliceBuilder };

/** An empty IPv4 slice that belongs to no Service yet. */
export const aSlice = (place: string): SliceBuilder =>
  new SliceBuilder({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: namespacedMeta('EndpointSlice', place),
    addressType: 'IPv4',
    endpoints: [],
    ports: [],
  });
