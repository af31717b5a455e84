import { fieldOf, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { duplicate, invalid, notSupported, required, type FieldError } from '../status/field-error.ts';
import { isIpAddress, parseIpAddress } from '../net/ip-address.ts';

const families = ['IPv4', 'IPv6'];
const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

function familyProblems(service: JsonObject): FieldError[] {
  const list = textsAt(service, 'spec', 'ipFamilies');
  const policy = fieldOf(fieldOf(service, 'spec'), 'ipFamilyPolicy');
  return [
    ...list.flatMap((family, index) => {
      const field = `spec.ipFamilies[${index}]`;
      if (!families.includes(family)) return [notSupported(field, family, families)];
      return list.indexOf(family) < index ? [duplicate(field, family)] : [];
    }),
    ...(typeof policy === 'string' && !policies.includes(policy)
      ? [notSupported('spec.ipFamilyPolicy', policy, policies)]
      : []),
  ];
}

function addressProblems(addresses: readonly string[], asked: readonly string[]): FieldError[] {
  if (addresses[0] === 'None') {
    return addresses.length > 1
      ? [invalid('spec.clusterIPs', [...addresses], "'None' must be the first and only value")]
      : [];
  }
  return addresses.flatMap((address, index) => {
    const field = `spec.clusterIPs[${index}]`;
    const ip = parseIpAddress(address);
    if (ip === undefined) {
      return [invalid(field, address, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')];
    }
    const family = asked[index];
    return family !== undefined && families.includes(family) && ip.family !== family
      ? [invalid(field, address, `expected an ${family} value as indicated by \`ipFamilies[${index}]\``)]
      : [];
  });
}

/** `clusterIP`, `clusterIPs`, `ipFamilies` and `ipFamilyPolicy` among themselves. */
export function serviceAddressProblems(service: JsonObject): FieldError[] {
  if (textAt(service, 'spec', 'type') === 'ExternalName') return [];
  const clusterIP = textAt(service, 'spec', 'clusterIP');
  const clusterIPs = textsAt(service, 'spec', 'clusterIPs');
  const first = clusterIPs[0];
  return [
    ...familyProblems(service),
    ...(clusterIP !== '' && first === undefined ? [required('spec.clusterIPs')] : []),
    ...(first !== undefined && first !== clusterIP
      ? [
          invalid(
            'spec.clusterIPs',
            clusterIPs,
            clusterIP === ''
              ? 'must be empty when `clusterIP` is not specified'
              : 'first value must match `clusterIP`',
          ),
        ]
      : []),
    ...(clusterIPs.length > 2
      ? [invalid('spec.clusterIPs', clusterIPs, 'may only hold up to 2 values')]
      : []),
    ...addressProblems(clusterIPs, textsAt(service, 'spec', 'ipFamilies')),
    ...(clusterIPs.length === 2 && clusterIPs.every(isIpAddress) && sameFamily(clusterIPs)
      ? [invalid('spec.clusterIPs', clusterIPs, 'may specify no more than one IP for each IP family')]
      : []),
  ];
}

const sameFamily = (addresses: readonly string[]): boolean =>
  new Set(addresses.map((address) => parseIpAddress(address)?.family)).size < addresses.length;

/** Addresses and the first family stay what they are for as long as the Service has them. */
export function serviceAddressChangeProblems(service: JsonObject, before: JsonObject): FieldError[] {
  const types = [textAt(service, 'spec', 'type'), textAt(before, 'spec', 'type')];
  if (types.includes('ExternalName')) return [];
  const [now, then] = [textsAt(service, 'spec', 'clusterIPs'), textsAt(before, 'spec', 'clusterIPs')];
  const [family, familyBefore] = [
    textsAt(service, 'spec', 'ipFamilies')[0],
    textsAt(before, 'spec', 'ipFamilies')[0],
  ];
  return [
    ...(then[0] !== undefined && now[0] !== then[0]
      ? [invalid('spec.clusterIPs[0]', now, 'may not change once set')]
      : []),
    ...(then[1] !== undefined && now[1] !== undefined && now[1] !== then[1]
      ? [invalid('spec.clusterIPs[1]', now, 'may not change once set')]
      : []),
    ...(familyBefore !== undefined && family !== familyBefore
      ? [invalid('spec.ipFamilies[0]', textsAt(service, 'spec', 'ipFamilies'), 'may not change once set')]
      : []),
  ];
}
