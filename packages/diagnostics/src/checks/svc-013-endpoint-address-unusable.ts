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
import { findRequestsTo } from '../subjects/requests-to-service.ts';
import type { UnusableAddress } from '../words/english/svc-013-endpoint-address-unusable.ts';

const managedByLabel = 'endpointslice.kubernetes.io/managed-by';
const builtInManager = 'endpointslice-controller.k8s.io';

interface Found extends UnusableAddress {
  readonly virtualIpOf: readonly Service[];
}

function listUnusable(slice: EndpointSlice, { lookups }: CheckContext): readonly Found[] {
  const addresses = (slice.endpoints ?? []).flatMap(({ addresses }) => addresses[0] ?? []);
  return [...new Set(addresses)].flatMap((address): readonly Found[] => {
    const range = specialAddressOf(address);
    if (range !== undefined) return [{ address, is: { kind: 'special', range }, virtualIpOf: [] }];
    const virtualIpOf = lookups.listServicesWithClusterIp(address);
    const [first] = virtualIpOf;
    return first === undefined
      ? []
      : [{ address, is: { kind: 'cluster-ip', service: refOf(first) }, virtualIpOf }];
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
    if (unusable.length === 0) return nothingFound;
    const service = findOwnService(slice, context);
    const related: readonly ObjectRef[] = [
      ...(service === undefined ? [] : [refOf(service)]),
      ...unusable.flatMap(({ virtualIpOf }) => virtualIpOf.map(refOf)),
    ];
    const words = context.words.svc013;
    const finding = buildFinding(svc013, {
      place: { ref: refOf(slice), field: 'endpoints' },
      related,
      label: words.label(unusable),
      title: words.title(slice.metadata.name, unusable),
      happens: words.happens(unusable.length),
      effectNow: words.effectNow(),
      why: words.why(unusable),
      fixes: [{ title: words.listAnother.title(), explanation: words.listAnother.explanation() }],
      requests: service === undefined ? [] : findRequestsTo(context, service).texts,
      since: slice.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
