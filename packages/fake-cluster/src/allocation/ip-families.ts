import { objectAt, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { parseIpAddress } from '../net/ip-address.ts';
import { invalid, type FieldError } from '../status/field-error.ts';

/** The families of the cluster's Service ranges; the first is the default. */
export type ClusterFamilies = readonly ('IPv4' | 'IPv6')[];

type Settled = { readonly service: JsonObject } | { readonly errors: readonly FieldError[] };

const withFamilies = (
  service: JsonObject,
  ipFamilies: readonly string[],
  ipFamilyPolicy: string,
): JsonObject => ({
  ...service,
  spec: { ...objectAt(service, 'spec'), ipFamilies, ipFamilyPolicy },
});

const other = (family: string): string => (family === 'IPv4' ? 'IPv6' : 'IPv4');

function familyErrors(service: JsonObject, families: ClusterFamilies): FieldError[] {
  const policy = textAt(service, 'spec', 'ipFamilyPolicy');
  const asked = textsAt(service, 'spec', 'ipFamilies');
  const isTwo = asked.length > 1 || textsAt(service, 'spec', 'clusterIPs').length > 1;
  if (isTwo && (policy === '' || policy === 'SingleStack')) {
    const what = asked.length > 1 ? 'IP families' : 'cluster IPs';
    const why = `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`;
    return [invalid('spec.ipFamilyPolicy', 'SingleStack', why)];
  }
  const errors: FieldError[] = [];
  if (policy === 'RequireDualStack' && families.length < 2) {
    errors.push(
      invalid('spec.ipFamilyPolicy', policy, 'this cluster is not configured for dual-stack services'),
    );
  }
  asked.forEach((family, index) => {
    if (families.some((configured) => configured === family)) return;
    errors.push(invalid(`spec.ipFamilies[${index}]`, family, 'not configured on this cluster'));
  });
  const addresses = textsAt(service, 'spec', 'clusterIPs');
  addresses.forEach((address, index) => {
    const family = parseIpAddress(address)?.family;
    if (family === undefined || families.includes(family)) return;
    errors.push(
      invalid(`spec.clusterIPs[${index}]`, addresses, `${family} is not configured on this cluster`),
    );
  });
  return errors;
}

/** A headless Service without selector may speak both families on any cluster: nobody allocates or selects for it. */
function settleFreely(service: JsonObject, families: ClusterFamilies): JsonObject {
  const policy = textAt(service, 'spec', 'ipFamilyPolicy');
  const asked = textsAt(service, 'spec', 'ipFamilies');
  const first = asked[0] ?? families[0] ?? 'IPv4';
  const all = policy === 'SingleStack' ? [first] : [first, asked[1] ?? other(first)];
  return withFamilies(service, all, policy || (all.length === 2 ? 'RequireDualStack' : 'SingleStack'));
}

/** Asking for one family where there were two gives the second address back. */
function withoutSecondFamily(service: JsonObject, before: JsonObject | undefined): JsonObject {
  const isDowngrade =
    textAt(service, 'spec', 'ipFamilyPolicy') === 'SingleStack' &&
    textsAt(before, 'spec', 'ipFamilies').length > 1;
  if (!isDowngrade) return service;
  const spec = objectAt(service, 'spec');
  const first = (field: string): string[] => textsAt(spec, field).slice(0, 1);
  return { ...service, spec: { ...spec, clusterIPs: first('clusterIPs'), ipFamilies: first('ipFamilies') } };
}

/** Fills in `ipFamilies` and `ipFamilyPolicy` as the cluster allows, or says why it cannot. */
export function settleIpFamilies(
  given: JsonObject,
  before: JsonObject | undefined,
  families: ClusterFamilies,
): Settled {
  const service = withoutSecondFamily(given, before);
  const spec = objectAt(service, 'spec');
  if (textAt(spec, 'type') === 'ExternalName') return { service };
  const isHeadless = textAt(spec, 'clusterIP') === 'None';
  if (isHeadless && Object.keys(objectAt(spec, 'selector')).length === 0) {
    return { service: settleFreely(service, families) };
  }
  const errors = familyErrors(service, families);
  if (errors.length > 0) return { errors };
  const policy = textAt(spec, 'ipFamilyPolicy') || 'SingleStack';
  const asked = textsAt(spec, 'ipFamilies');
  const first = asked[0] ?? families[0] ?? 'IPv4';
  const wantsTwo = policy !== 'SingleStack' && families.length > 1;
  return { service: withFamilies(service, wantsTwo ? [first, asked[1] ?? other(first)] : [first], policy) };
}
