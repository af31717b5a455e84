import type { LoadBalancerIngress, StringMap } from '../objects/object-meta.ts';
import type { Service, ServicePort, ServiceSpec } from '../objects/service.ts';
import { deepFreeze } from './deep-freeze.ts';
import { namespacedMeta, ObjectBuilder } from './object-builder.ts';
import { ipv4Of } from './place.ts';

const defaultPorts: readonly ServicePort[] = [{ port: 80, protocol: 'TCP', targetPort: 80 }];

class ServiceBuilder extends ObjectBuilder<Service> {
  /** One more port; `protocol` is TCP and `targetPort` the same number unless said otherwise. */
  withPort(port: number, options: Omit<ServicePort, 'port'> = {}): this {
    const added: ServicePort = { protocol: 'TCP', targetPort: port, ...options, port };
    return this.withSpec({ ports: [...(this.draft.spec.ports ?? []), added] });
  }

  withoutPorts(): this {
    return this.withSpec({ ports: [] });
  }

  selecting(selector: StringMap): this {
    return this.withSpec({ selector });
  }

  withType(type: 'ClusterIP' | 'NodePort' | 'LoadBalancer'): this {
    return this.withSpec({ type });
  }

  headless(): this {
    return this.withSpec({ clusterIP: 'None', clusterIPs: ['None'] });
  }

  external(externalName: string): this {
    const { clusterIP: _ip, clusterIPs: _ips, ...spec } = this.draft.spec;
    return this.next({ ...this.draft, spec: { ...spec, type: 'ExternalName', externalName } });
  }

  publishingNotReady(): this {
    return this.withSpec({ publishNotReadyAddresses: true });
  }

  withClusterIps(...clusterIPs: readonly [string, ...string[]]): this {
    return this.withSpec({ clusterIP: clusterIPs[0], clusterIPs });
  }

  withFamilies(...ipFamilies: readonly ('IPv4' | 'IPv6')[]): this {
    return this.withSpec({ ipFamilies });
  }

  withExternalIps(...externalIPs: readonly string[]): this {
    return this.withSpec({ externalIPs });
  }

  /** An address that the load balancer has handed out. */
  withLoadBalancerAddress(entry: LoadBalancerIngress): this {
    const ingress = [...(this.draft.status?.loadBalancer?.ingress ?? []), entry];
    return this.next({ ...this.draft, status: { ...this.draft.status, loadBalancer: { ingress } } });
  }

  /** Anything that has no method of its own. */
  withSpec(spec: Partial<ServiceSpec>): this {
    return this.next({ ...this.draft, spec: { ...this.draft.spec, ...spec } });
  }

  override build(): Service {
    const { type, clusterIP, ports } = this.draft.spec;
    if (ports !== undefined || type === 'ExternalName' || clusterIP === 'None') return super.build();
    return deepFreeze({ ...this.draft, spec: { ...this.draft.spec, ports: defaultPorts } });
  }
}

export type { ServiceBuilder };

/**
 * A ClusterIP Service without selector. The API demands a port of it, so one for 80 is there until `withPort` or
 * `withoutPorts` says otherwise.
 */
export function aService(place: string): ServiceBuilder {
  const clusterIP = ipv4Of(`Service/${place}`);
  return new ServiceBuilder({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: namespacedMeta('Service', place),
    spec: { type: 'ClusterIP', clusterIP, clusterIPs: [clusterIP] },
  });
}
