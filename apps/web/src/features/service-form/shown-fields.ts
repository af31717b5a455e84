import { labelValue, type Service, type StringMap } from '@fairlead/kube-objects';
import type { FieldPath } from '@fairlead/manifests';
import { listHiddenKeys } from '../../drafts/shown-entries.ts';

const isAlias = ({ spec }: Service): boolean => spec.type === 'ExternalName';

export const hasNodePorts = ({ spec }: Service): boolean =>
  spec.type === 'NodePort' || spec.type === 'LoadBalancer';

export const isReachedFromOutside = (service: Service): boolean =>
  hasNodePorts(service) || (service.spec.externalIPs ?? []).length > 0;

/** An ExternalName has no use for ports or a selector; what is left of them is shown, so that it can be taken out. */
export const hasPortsSection = (service: Service): boolean =>
  !isAlias(service) || (service.spec.ports ?? []).length > 0;
export const hasSelectorSection = (service: Service): boolean =>
  !isAlias(service) || Object.keys(service.spec.selector ?? {}).length > 0;

export const hasClusterIpField = ({ spec }: Service): boolean => spec.clusterIP !== 'None';
export const hasExternalPolicyField = (service: Service): boolean =>
  isReachedFromOutside(service) || service.spec.externalTrafficPolicy !== undefined;
export const hasHealthPortField = ({ spec }: Service): boolean =>
  spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local';

const portFields = new Set(['name', 'port', 'targetPort', 'protocol', 'appProtocol']);

function isPortFieldShown(service: Service, [index, field]: FieldPath): boolean {
  if (!hasPortsSection(service)) return false;
  if (index === undefined) return true;
  const exists = typeof index === 'number' && service.spec.ports?.[index] !== undefined;
  if (!exists || typeof field !== 'string') return exists;
  return portFields.has(field) || (field === 'nodePort' && hasNodePorts(service));
}

const isEntryShown = (map: StringMap | undefined, [key]: FieldPath): boolean =>
  key === undefined ||
  (typeof key === 'string' && labelValue(map, key) !== undefined && !listHiddenKeys(map).includes(key));

const always = (): boolean => true;
const ofProxied = (service: Service): boolean => !isAlias(service);
const ofBalancer = ({ spec }: Service): boolean => spec.type === 'LoadBalancer';

/** When each field of `spec` has a control. */
const shownWhen = new Map<string, (service: Service) => boolean>([
  ['type', always],
  ['externalName', isAlias],
  ['sessionAffinity', ofProxied],
  ['sessionAffinityConfig', (service) => ofProxied(service) && service.spec.sessionAffinity === 'ClientIP'],
  ['internalTrafficPolicy', ofProxied],
  ['externalTrafficPolicy', (service) => ofProxied(service) && hasExternalPolicyField(service)],
  ['trafficDistribution', ofProxied],
  ['publishNotReadyAddresses', ofProxied],
  ['ipFamilyPolicy', ofProxied],
  ['ipFamilies', ofProxied],
  ['externalIPs', ofProxied],
  ['clusterIP', (service) => ofProxied(service) && hasClusterIpField(service)],
  ['loadBalancerClass', ofBalancer],
  ['loadBalancerSourceRanges', ofBalancer],
  ['allocateLoadBalancerNodePorts', ofBalancer],
  ['healthCheckNodePort', hasHealthPortField],
]);

/** Whether a problem of that field stands beside a control of the form as it is now. */
export function isFieldShown(service: Service, [owner, field, ...rest]: FieldPath): boolean {
  if (owner === 'metadata') {
    if (field === 'labels') return isEntryShown(service.metadata.labels, rest);
    if (field === 'annotations') return isEntryShown(service.metadata.annotations, rest);
    return field === 'name' || field === 'namespace';
  }
  if (owner !== 'spec' || typeof field !== 'string') return false;
  if (field === 'ports') return isPortFieldShown(service, rest);
  if (field === 'selector') return hasSelectorSection(service) && isEntryShown(service.spec.selector, rest);
  return shownWhen.get(field)?.(service) === true;
}
