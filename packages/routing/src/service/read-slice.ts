import type {
  Endpoint,
  EndpointPort,
  EndpointSlice,
  ObjectReader,
  Pod,
  Service,
  ServicePort,
} from '@fairlead/kube-objects';
import { isHeadless } from './service-form.ts';
import type { ServiceEndpoint } from './service-endpoints.ts';
import { protocolOf } from './service-port.ts';

/** [SVC-15] Whether kube-proxy reads a slice for this Service: not domain names, and no family the Service lacks. */
export function isUsableSlice(service: Service, { addressType = 'IPv4' }: EndpointSlice): boolean {
  if (addressType !== 'IPv4' && addressType !== 'IPv6') return false;
  const families = service.spec.ipFamilies ?? [];
  return isHeadless(service) || families.length === 0 || families.includes(addressType);
}

/** [SVC-12] [SVC-13] Whether a slice's port is that of the Service: name (absent is empty) and protocol, and a number. */
export function isPublishedPort(published: EndpointPort, port: ServicePort): boolean {
  return (
    (published.name ?? '') === (port.name ?? '') &&
    protocolOf(published) === protocolOf(port) &&
    published.port !== undefined &&
    published.port !== 0
  );
}

/** [SVC-16] The Pod that `targetRef` names, unless a newer one has taken the name. */
function findTargetPod(reader: ObjectReader, slice: EndpointSlice, { targetRef }: Endpoint): Pod | undefined {
  if (targetRef?.kind !== 'Pod' || targetRef.name === undefined) return undefined;
  const pod = reader.find('Pod', targetRef.namespace ?? slice.metadata.namespace, targetRef.name);
  const isSame =
    targetRef.uid === undefined || pod?.metadata.uid === undefined || targetRef.uid === pod.metadata.uid;
  return isSame ? pod : undefined;
}

const addressTypeOf = ({ addressType }: EndpointSlice): ServiceEndpoint['addressType'] =>
  addressType === 'IPv6' || addressType === 'FQDN' ? addressType : 'IPv4';

/** [SVC-6] [SVC-7] The endpoints of a slice with absent conditions read as the API defines them, without a port yet. */
export function readSliceEndpoints(reader: ObjectReader, slice: EndpointSlice): readonly ServiceEndpoint[] {
  return (slice.endpoints ?? []).flatMap((endpoint) => {
    const [address] = endpoint.addresses;
    if (address === undefined) return [];
    const { ready = true, serving = true, terminating = false } = endpoint.conditions ?? {};
    return [
      {
        address,
        port: undefined,
        addressType: addressTypeOf(slice),
        isReady: ready,
        isServing: serving,
        isTerminating: terminating,
        nodeName: endpoint.nodeName,
        zone: endpoint.zone,
        pod: findTargetPod(reader, slice, endpoint),
        slice,
        endpoint,
      },
    ];
  });
}
