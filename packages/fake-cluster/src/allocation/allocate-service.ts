import { objectAt, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import type { IpRange } from '../net/ip-address.ts';
import type { Random } from '../random.ts';
import type { FieldError } from '../status/field-error.ts';
import { serviceAddressProblems } from '../validation/service-address-validation.ts';
import { allocateAddresses } from './address-allocation.ts';
import { settleIpFamilies } from './ip-families.ts';
import { allocateNodePorts, type NodePortRange } from './node-port-allocation.ts';
import type { TakenValues } from './taken-values.ts';

/** What Services of a cluster are given from. */
export interface ServicePools {
  readonly ipRanges: readonly IpRange[];
  readonly nodePorts: NodePortRange;
  readonly taken: TakenValues;
  readonly random: Random;
}

type Allocated = { readonly service: JsonObject } | { readonly errors: readonly FieldError[] };

/** `clusterIP` alone names the first of `clusterIPs` too. */
function withBothAddressFields(service: JsonObject): JsonObject {
  const spec = objectAt(service, 'spec');
  const clusterIP = textAt(spec, 'clusterIP');
  if (clusterIP === '' || textsAt(spec, 'clusterIPs').length > 0) return service;
  return { ...service, spec: { ...spec, clusterIPs: [clusterIP] } };
}

/** Families, cluster addresses and node ports of a Service that is written: the API server does this before validating. */
export function allocateService(
  given: JsonObject,
  before: JsonObject | undefined,
  { pools, isDryRun }: { readonly pools: ServicePools; readonly isDryRun: boolean },
): Allocated {
  const service = withBothAddressFields(given);
  const problems = serviceAddressProblems(service);
  if (problems.length > 0) return { errors: problems };
  const settled = settleIpFamilies(
    service,
    before,
    pools.ipRanges.map(({ family }) => family),
  );
  if ('errors' in settled) return settled;
  const { taken, random } = pools;
  const addressed = allocateAddresses(settled.service, { ranges: pools.ipRanges, taken, random, isDryRun });
  if ('errors' in addressed) return addressed;
  return allocateNodePorts(addressed.service, { range: pools.nodePorts, taken, random, isDryRun });
}
