import { isIpAddress, normalizeIpAddress, specialAddressOf, type Service } from '@fairlead/kube-objects';
import { isDnsSubdomain } from '../dns-name.ts';
import { errorAt, warningAt, type ServiceCheck } from './service-check.ts';

const unspecified = new Set([normalizeIpAddress('0.0.0.0'), normalizeIpAddress('::')]);

/** [SVC-29] */
function checkExternalName({ spec }: Service): readonly ServiceCheck[] {
  if (spec.type !== 'ExternalName') return [];
  const path = ['spec', 'externalName'];
  const name = spec.externalName ?? '';
  if (name === '') return [errorAt(path, 'external-name-required')];
  if (isIpAddress(name)) return [warningAt(path, 'external-name-is-an-address', { name })];
  return isDnsSubdomain(name.replace(/\.$/, '')) ? [] : [errorAt(path, 'external-name-not-a-name', { name })];
}

/** [SVC-33] */
function checkExternalAddress(address: string, index: number): readonly ServiceCheck[] {
  const path = ['spec', 'externalIPs', index];
  if (!isIpAddress(address)) return [errorAt(path, 'not-an-address', { address })];
  const isAllowed = specialAddressOf(address) === undefined && !unspecified.has(normalizeIpAddress(address));
  return isAllowed ? [] : [errorAt(path, 'address-not-allowed', { address })];
}

/** [SVC-35] */
function checkClusterAddress({ spec }: Service): readonly ServiceCheck[] {
  const address = spec.clusterIP ?? '';
  if (address === '') return [];
  const path = ['spec', 'clusterIP'];
  if (spec.type === 'ExternalName') return [errorAt(path, 'not-for-external-name')];
  return address === 'None' || isIpAddress(address) ? [] : [errorAt(path, 'not-an-address', { address })];
}

/** [SVC-36] */
function checkFamilies({ spec }: Service): readonly ServiceCheck[] {
  const { ipFamilies = [], ipFamilyPolicy, type } = spec;
  const path = ['spec', 'ipFamilies'];
  if (type === 'ExternalName')
    return [
      ...(ipFamilies.length > 0 ? [errorAt(path, 'not-for-external-name')] : []),
      ...(ipFamilyPolicy === undefined ? [] : [errorAt(['spec', 'ipFamilyPolicy'], 'not-for-external-name')]),
    ];
  const known = ['IPv4', 'IPv6'];
  const unknown = ipFamilies.filter((family) => !known.includes(family));
  if (unknown.length > 0)
    return unknown.map((value) => errorAt(path, 'value-unknown', { value, known: known.join(', ') }));
  if (new Set(ipFamilies).size < ipFamilies.length) return [errorAt(path, 'family-twice')];
  const isSingle = (ipFamilyPolicy ?? 'SingleStack') === 'SingleStack';
  return ipFamilies.length > 1 && isSingle
    ? [errorAt(['spec', 'ipFamilyPolicy'], 'families-need-dual-stack')]
    : [];
}

/** Names and addresses under which the Service is reached. */
export const checkServiceAddresses = (service: Service): readonly ServiceCheck[] => [
  ...checkExternalName(service),
  ...(service.spec.externalIPs ?? []).flatMap(checkExternalAddress),
  ...checkClusterAddress(service),
  ...checkFamilies(service),
];
