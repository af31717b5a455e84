import {
  labelValue,
  refOf,
  serviceNameLabel,
  specialAddressOf,
  type EndpointSlice,
  type ObjectRef,
  type Service,
} from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { nameOf } from '../subjects/object-name.ts';
import { findRequestsTo } from '../subjects/requests-to-service.ts';
import { code } from '../text/code.ts';
import { countOf, listed } from '../words/english/sentence.ts';

const managedByLabel = 'endpointslice.kubernetes.io/managed-by';
const builtInManager = 'endpointslice-controller.k8s.io';

interface UnusableAddress {
  readonly address: string;
  readonly reason: string;
  readonly virtualIpOf: readonly Service[];
}

function listUnusable(slice: EndpointSlice, { lookups }: CheckContext): readonly UnusableAddress[] {
  const addresses = (slice.endpoints ?? []).flatMap(({ addresses }) => addresses[0] ?? []);
  return [...new Set(addresses)].flatMap((address) => {
    const special = specialAddressOf(address);
    if (special !== undefined) return [{ address, reason: `a ${special} address`, virtualIpOf: [] }];
    const virtualIpOf = lookups.listServicesWithClusterIp(address);
    const [first] = virtualIpOf;
    return first === undefined
      ? []
      : [{ address, reason: `the cluster IP of ${nameOf(refOf(first))}`, virtualIpOf }];
  });
}

function findOwnService(slice: EndpointSlice, { reader }: CheckContext): Service | undefined {
  const name = labelValue(slice.metadata.labels, serviceNameLabel);
  return name === undefined ? undefined : reader.find('Service', slice.metadata.namespace, name);
}

/** A slice that the cluster's own controller did not write lists an address that cannot be a backend. */
export const svc013: Check<'EndpointSlice'> = {
  id: 'SVC-013',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'EndpointSlice',
  reads: ['EndpointSlice'],
  run(slice, context) {
    if (slice.addressType === 'FQDN') return nothingFound;
    if (labelValue(slice.metadata.labels, managedByLabel) === builtInManager) return nothingFound;
    const unusable = listUnusable(slice, context);
    const [first] = unusable;
    if (first === undefined) return nothingFound;
    const service = findOwnService(slice, context);
    const related: readonly ObjectRef[] = [
      ...(service === undefined ? [] : [refOf(service)]),
      ...unusable.flatMap(({ virtualIpOf }) => virtualIpOf.map(refOf)),
    ];
    const isOne = unusable.length === 1;
    const finding = buildFinding(svc013, {
      place: { ref: refOf(slice), field: 'endpoints' },
      related,
      label: isOne ? `Endpoint ${first.address} cannot work` : `${unusable.length} endpoints cannot work`,
      title: isOne
        ? `Endpoint ${first.address} of EndpointSlice ${slice.metadata.name} is ${first.reason}`
        : `${countOf(unusable.length, 'endpoint')} of EndpointSlice ${slice.metadata.name} cannot work`,
      happens: `Connections that are sent to ${isOne ? 'it' : 'them'} reach no backend.`,
      effectNow: 'unreachable',
      why: `${listed(
        unusable.map(({ address, reason }) => `${code(address)} is ${reason}`),
        5,
      )}. kube-proxy can send only to addresses that are reachable from every node, and never to another virtual one.`,
      fixes: [
        {
          title: 'List an address that every node can reach',
          explanation: 'To lead to another Service, make an ExternalName Service or select its Pods.',
        },
      ],
      requests: service === undefined ? [] : findRequestsTo(context, service).texts,
      since: slice.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
