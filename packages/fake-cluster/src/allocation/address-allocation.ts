import { objectAt, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { ipAddressText, isInRange, parseIpAddress, type IpRange } from '../net/ip-address.ts';
import type { Random } from '../random.ts';
import { invalid, type FieldError } from '../status/field-error.ts';
import { listKeyOf } from '../storage/storage.ts';
import type { TakenValues } from './taken-values.ts';

export interface AddressPool {
  readonly ranges: readonly IpRange[];
  readonly taken: TakenValues;
  readonly random: Random;
  /** Nothing is kept of what is picked: the first address of the range will do, as in a dry run. */
  readonly isDryRun: boolean;
}

type Allocated = { readonly service: JsonObject } | { readonly errors: readonly FieldError[] };

const failure = (asked: string, why: string): FieldError =>
  invalid(
    'spec.clusterIPs',
    [asked],
    asked === '' ? `failed to allocate IP: ${why}` : `failed to allocate IP ${asked}: ${why}`,
  );

/** Picked addresses come from the upper part of the range; the lower band is left for people (KEP-3070). */
function pickAddress(pool: AddressPool, range: IpRange): string {
  if (pool.isDryRun) return ipAddressText({ family: range.family, bits: range.first });
  const band = range.size / 16n < 16n ? 16n : range.size / 16n > 256n ? 256n : range.size / 16n;
  const room = range.size - band - 2n;
  const limit = room < 1n ? 1 : Number(room > 1_000_000_000n ? 1_000_000_000n : room);
  for (;;) {
    const bits = range.first + band + 1n + BigInt(pool.random.below(limit));
    const address = ipAddressText({ family: range.family, bits });
    if (pool.taken.holderOfAddress(address) === undefined) return address;
  }
}

function askedProblem(pool: AddressPool, service: JsonObject, address: string): FieldError | undefined {
  const ip = parseIpAddress(address);
  if (ip === undefined || !pool.ranges.some((range) => isInRange(ip, range))) {
    return failure(address, 'the provided network does not match the current range');
  }
  const holder = pool.taken.holderOfAddress(address);
  return holder === undefined || holder === listKeyOf(service)
    ? undefined
    : failure(address, 'provided IP is already allocated');
}

/** Gives a Service an address of each of its families, or says why the one it asks for cannot be had. */
export function allocateAddresses(service: JsonObject, pool: AddressPool): Allocated {
  const spec = objectAt(service, 'spec');
  if (textAt(spec, 'type') === 'ExternalName' || textAt(spec, 'clusterIP') === 'None') return { service };
  const asked = textsAt(spec, 'clusterIPs');
  const problems = asked
    .map((address) => askedProblem(pool, service, address))
    .filter((item) => item !== undefined);
  if (problems.length > 0) return { errors: problems.slice(0, 1) };
  const clusterIPs = textsAt(spec, 'ipFamilies').map((family, index) => {
    const range = pool.ranges.find((candidate) => candidate.family === family);
    return asked[index] ?? (range === undefined ? '' : pickAddress(pool, range));
  });
  if (textAt(service, 'metadata', 'name') === '') {
    const why = `IPAddress.networking.k8s.io "${clusterIPs[0] ?? ''}" is invalid: spec.parentRef.name: Required value`;
    return { errors: [failure('', why)] };
  }
  return { service: { ...service, spec: { ...spec, clusterIP: clusterIPs[0], clusterIPs } } };
}
