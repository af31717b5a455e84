import { fieldOf, listAt, numberAt, objectAt, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { forbidden, invalid, notSupported, required, type FieldError } from '../status/field-error.ts';
import { parseIpAddress, parseIpRange } from '../net/ip-address.ts';
import { annotationOf } from './metadata-validation.ts';
import { qualifiedNameRule } from './name-rules.ts';
import { specialIpProblems } from './special-ip.ts';

const policies = ['Cluster', 'Local'];

/** `sessionAffinity` and its timeout. */
export function affinityProblems(service: JsonObject): FieldError[] {
  const affinity = textAt(service, 'spec', 'sessionAffinity');
  const config = fieldOf(objectAt(service, 'spec'), 'sessionAffinityConfig');
  if (affinity === '') return [required('spec.sessionAffinity')];
  if (affinity === 'None') return [];
  if (affinity !== 'ClientIP') return [notSupported('spec.sessionAffinity', affinity, ['ClientIP', 'None'])];
  const seconds = fieldOf(objectAt(config, 'clientIP'), 'timeoutSeconds');
  const field = 'spec.sessionAffinityConfig.clientIP.timeoutSeconds';
  if (typeof seconds !== 'number') return [required(field, 'when session affinity type is ClientIP')];
  return seconds > 0 && seconds <= 86_400
    ? []
    : [invalid(field, seconds, 'must be greater than 0 and less than 86400')];
}

/** `externalIPs`. */
export const externalIpProblems = (service: JsonObject): FieldError[] =>
  textsAt(service, 'spec', 'externalIPs').flatMap((ip, index) =>
    specialIpProblems(ip).map((why) => invalid(`spec.externalIPs[${index}]`, ip, why)),
  );

/** Whether traffic from outside the cluster can reach the Service by what its spec asks for. */
export function isReachableFromOutside(service: JsonObject): boolean {
  const type = textAt(service, 'spec', 'type');
  const hasExternalIps = listAt(service, 'spec', 'externalIPs').length > 0;
  return type === 'NodePort' || type === 'LoadBalancer' || (type === 'ClusterIP' && hasExternalIps);
}

/** Only a load balancer asks nodes whether they have an endpoint of their own. */
export const needsHealthCheckNodePort = (service: JsonObject): boolean =>
  textAt(service, 'spec', 'type') === 'LoadBalancer' &&
  textAt(service, 'spec', 'externalTrafficPolicy') === 'Local';

/** `externalTrafficPolicy`, `internalTrafficPolicy`, `healthCheckNodePort`, `trafficDistribution`. */
export function trafficPolicyProblems(service: JsonObject): FieldError[] {
  const external = textAt(service, 'spec', 'externalTrafficPolicy');
  const internal = textAt(service, 'spec', 'internalTrafficPolicy');
  const distribution = textAt(service, 'spec', 'trafficDistribution');
  const healthPort = numberAt(service, 'spec', 'healthCheckNodePort');
  const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
  const errors: FieldError[] = [];
  if (external !== '' && !isReachableFromOutside(service)) {
    errors.push(
      invalid('spec.externalTrafficPolicy', external, 'may only be set for externally-accessible services'),
    );
  } else if (external !== '' && !policies.includes(external)) {
    errors.push(notSupported('spec.externalTrafficPolicy', external, policies));
  }
  if (healthPort !== 0 && !needsHealthCheckNodePort(service)) {
    const why = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
    errors.push(invalid('spec.healthCheckNodePort', healthPort, why));
  }
  if (internal !== '' && !policies.includes(internal)) {
    errors.push(notSupported('spec.internalTrafficPolicy', internal, policies));
  }
  if (distribution !== '' && !distributions.includes(distribution)) {
    errors.push(notSupported('spec.trafficDistribution', distribution, distributions));
  }
  return errors;
}

const sourceRangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** A range of addresses; spaces around it are allowed, as they always were. */
function rangeProblems(field: string, text: string): FieldError[] {
  const range = parseIpRange(text.trim());
  const first = parseIpAddress(text.trim().split('/')[0] ?? '');
  if (range === undefined || first === undefined) {
    return [invalid(field, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)')];
  }
  return first.bits === range.first
    ? []
    : [invalid(field, text, 'must not have bits set beyond the prefix length')];
}

const onlyForLoadBalancer = "may only be used when `type` is 'LoadBalancer'";

/** What only a `LoadBalancer` Service may ask for. */
export function loadBalancerSpecProblems(service: JsonObject): FieldError[] {
  const spec = objectAt(service, 'spec');
  const isLoadBalancer = textAt(spec, 'type') === 'LoadBalancer';
  const ranges = textsAt(spec, 'loadBalancerSourceRanges');
  const loadBalancerClass = fieldOf(spec, 'loadBalancerClass');
  const errors: FieldError[] = [];
  if (ranges.length > 0 && !isLoadBalancer) {
    errors.push(forbidden('spec.LoadBalancerSourceRanges', onlyForLoadBalancer));
  }
  errors.push(
    ...ranges.flatMap((range, index) => rangeProblems(`spec.LoadBalancerSourceRanges[${index}]`, range)),
  );
  const annotated = annotationOf(service, sourceRangesAnnotation) ?? '';
  if (ranges.length === 0 && isLoadBalancer && annotated !== '') {
    const field = `metadata.annotations[${sourceRangesAnnotation}]`;
    errors.push(...annotated.split(',').flatMap((range) => rangeProblems(field, range)));
  }
  if (!isLoadBalancer && fieldOf(spec, 'allocateLoadBalancerNodePorts') !== undefined) {
    errors.push(forbidden('spec.allocateLoadBalancerNodePorts', onlyForLoadBalancer));
  }
  if (typeof loadBalancerClass === 'string') {
    const why = isLoadBalancer ? qualifiedNameRule(loadBalancerClass) : [];
    errors.push(...why.map((problem) => invalid('spec.loadBalancerClass', loadBalancerClass, problem)));
    if (!isLoadBalancer) errors.push(forbidden('spec.loadBalancerClass', onlyForLoadBalancer));
  }
  return errors;
}
