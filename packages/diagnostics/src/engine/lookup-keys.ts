import {
  normalizeIpAddress,
  type Ingress,
  type IngressBackend,
  type Service,
  type TrimmedObject,
} from '@fairlead/kube-objects';
import {
  ingressClassNameOf,
  listIngressHosts,
  listIngressPaths,
  type IngressPathPlace,
} from '@fairlead/routing';

/** Host and path of a rule; no path means `/`. Whether two rules of one key claim the same requests depends on their types. */
export const claimKey = ({ host, path }: Pick<IngressPathPlace, 'host' | 'path'>): string =>
  `claim ${JSON.stringify([host, path.path || '/'])}`;

/** A host of a rule, in any case of letters. */
export const hostKey = (host: string): string => `host ${host.toLowerCase()}`;

/** The class that an Ingress names by field or annotation. */
export const classKey = (name: string): string => `class ${name}`;

export const backendKey = (namespace: string, serviceName: string): string =>
  `backend ${namespace}/${serviceName}`;

export const clusterIpKey = (address: string): string =>
  `cluster-ip ${normalizeIpAddress(address) ?? address}`;

export const serviceNameKey = (name: string): string => `service-name ${name}`;

function keysOfIngress(ingress: Ingress): readonly string[] {
  const namespace = ingress.metadata.namespace ?? '';
  const keyOfBackend = (backend: IngressBackend | undefined): readonly string[] =>
    backend?.service === undefined ? [] : [backendKey(namespace, backend.service.name)];
  const named = ingressClassNameOf(ingress);
  return [
    ...(named === undefined ? [] : [classKey(named.name)]),
    ...listIngressHosts(ingress).map(hostKey),
    ...keyOfBackend(ingress.spec.defaultBackend),
    ...listIngressPaths(ingress).flatMap((place) => [claimKey(place), ...keyOfBackend(place.path.backend)]),
  ];
}

function keysOfService({ metadata, spec }: Service): readonly string[] {
  const addresses = [spec.clusterIP ?? '', ...(spec.clusterIPs ?? [])];
  const real = addresses.filter((address) => address !== '' && address !== 'None');
  return [serviceNameKey(metadata.name), ...real.map(clusterIpKey)];
}

/** Under which keys an object is found by the lookups, each once. */
export function lookupKeysOf(object: TrimmedObject | undefined): ReadonlySet<string> {
  if (object?.kind === 'Ingress') return new Set(keysOfIngress(object));
  if (object?.kind === 'Service') return new Set(keysOfService(object));
  return new Set();
}
