import type { EndpointSlice, ObjectReader, Pod, Service, ServicePort } from '@fairlead/kube-objects';
import { countBackends, endpointStateOf, isBetterState } from './count-backends.ts';
import { hasEnded } from './pod-state.ts';
import { isPublishedPort, isUsableSlice, readSliceEndpoints } from './read-slice.ts';
import type { ServiceEndpoint, ServiceEndpoints, ServicePortEndpoints } from './service-endpoints.ts';
import { isHeadless, serviceFormOf } from './service-form.ts';
import { resolveTargetPort, servicePortId, targetPortOf } from './service-port.ts';

interface ReadSlice {
  readonly slice: EndpointSlice;
  readonly isUsable: boolean;
  readonly endpoints: readonly ServiceEndpoint[];
}

/** [SVC-18] The same address and port in several slices is one endpoint, in its best state. */
function mergeEqual(endpoints: readonly ServiceEndpoint[]): readonly ServiceEndpoint[] {
  const merged = new Map<string, ServiceEndpoint>();
  for (const endpoint of endpoints) {
    const id = `${endpoint.address} ${endpoint.port ?? ''}`;
    const known = merged.get(id);
    if (known === undefined || isBetterState(endpointStateOf(endpoint), endpointStateOf(known)))
      merged.set(id, endpoint);
  }
  return [...merged.values()];
}

function endpointsBehind(port: ServicePort, slices: readonly ReadSlice[]): readonly ServiceEndpoint[] {
  return mergeEqual(
    slices
      .filter(({ isUsable }) => isUsable)
      .flatMap(({ slice, endpoints }) =>
        (slice.ports ?? [])
          .filter((published) => isPublishedPort(published, port))
          .flatMap((published) => endpoints.map((endpoint) => ({ ...endpoint, port: published.port }))),
      ),
  );
}

function readPort(
  port: ServicePort,
  pods: readonly Pod[],
  slices: readonly ReadSlice[],
): ServicePortEndpoints {
  const target = targetPortOf(port);
  const living = typeof target === 'number' ? [] : pods.filter((pod) => !hasEnded(pod));
  const resolved = living.map((pod) => ({ pod, number: resolveTargetPort(pod, port) }));
  const numbers =
    typeof target === 'number'
      ? [target]
      : resolved.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const endpoints = endpointsBehind(port, slices);
  return {
    port,
    id: servicePortId(port),
    targetNumbers: [...new Set(numbers)].toSorted((a, b) => a - b),
    podsWithoutTarget: resolved.filter(({ number }) => number === undefined).map(({ pod }) => pod),
    endpoints,
    readyCount: countBackends(endpoints).ready,
  };
}

function listUnused(slices: readonly ReadSlice[], ports: readonly ServicePort[]): readonly ServiceEndpoint[] {
  return slices.flatMap(({ slice, isUsable, endpoints }) => {
    const isUsed =
      isUsable &&
      (slice.ports ?? []).some((published) => ports.some((port) => isPublishedPort(published, port)));
    return isUsed ? [] : endpoints;
  });
}

/**
 * What stands behind a Service at one moment: its EndpointSlices decide which addresses and ports answer, the Pods its
 * selector matches tell why (SPEC, SVC rules). An ExternalName has no slices, whatever is left of them.
 */
export function findServiceEndpoints(reader: ObjectReader, service: Service): ServiceEndpoints {
  const form = serviceFormOf(service);
  const { name, namespace = '' } = service.metadata;
  const isExternal = form === 'external-name';
  const selectedPods = isExternal ? [] : reader.listPodsSelectedBy(namespace, service.spec.selector);
  const slices = isExternal ? [] : reader.listSlicesOf(namespace, name);
  const read = slices.map((slice) => ({
    slice,
    isUsable: isUsableSlice(service, slice),
    endpoints: readSliceEndpoints(reader, slice),
  }));
  const servicePorts = service.spec.ports ?? [];
  const ports = servicePorts.map((port) => readPort(port, selectedPods, read));
  const unusedEndpoints = listUnused(read, servicePorts);
  const counted = countBackends([
    ...ports.flatMap(({ endpoints }) => endpoints),
    ...(isHeadless(service) ? unusedEndpoints.filter(({ addressType }) => addressType !== 'FQDN') : []),
  ]);
  return {
    service,
    form,
    selectedPods,
    slices,
    ports,
    unusedEndpoints,
    readyCount: counted.ready,
    servingTerminatingCount: counted['serving-terminating'],
    notReadyCount: counted['not-ready'],
    isKnown: reader.isKnown('Pod', namespace) && reader.isKnown('EndpointSlice', namespace),
  };
}
