import { isIpAddress, type Service, type ServiceSpec } from '@fairlead/kube-objects';
import { isQualifiedName } from './label-text.ts';
import { errorAt, type ServiceCheck } from './service-check.ts';

/** [SVC-37] Fields that take one of a few words. */
const knownValues: readonly (readonly [
  field: string,
  valueOf: (spec: ServiceSpec) => string | undefined,
  known: readonly string[],
])[] = [
  ['type', ({ type }) => type, ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']],
  ['sessionAffinity', ({ sessionAffinity }) => sessionAffinity, ['None', 'ClientIP']],
  ['internalTrafficPolicy', ({ internalTrafficPolicy }) => internalTrafficPolicy, ['Cluster', 'Local']],
  ['externalTrafficPolicy', ({ externalTrafficPolicy }) => externalTrafficPolicy, ['Cluster', 'Local']],
  [
    'ipFamilyPolicy',
    ({ ipFamilyPolicy }) => ipFamilyPolicy,
    ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
  ],
  [
    'trafficDistribution',
    ({ trafficDistribution }) => trafficDistribution,
    ['PreferSameZone', 'PreferSameNode', 'PreferClose'],
  ],
];

const checkValues = ({ spec }: Service): readonly ServiceCheck[] =>
  knownValues.flatMap(([field, valueOf, known]) => {
    const value = valueOf(spec);
    return value === undefined || known.includes(value)
      ? []
      : [errorAt(['spec', field], 'value-unknown', { value, known: known.join(', ') })];
  });

/** An address and a prefix length that its family has. */
function isCidr(text: string): boolean {
  const [address = '', length = '', more] = text.split('/');
  if (more !== undefined || !isIpAddress(address) || !/^\d{1,3}$/.test(length)) return false;
  return Number(length) <= (address.includes(':') ? 128 : 32);
}

/** [SVC-31] */
function checkLoadBalancer({ spec }: Service): readonly ServiceCheck[] {
  const { loadBalancerClass, allocateLoadBalancerNodePorts, loadBalancerSourceRanges: ranges = [] } = spec;
  const checks = ranges.flatMap((range, index) =>
    isCidr(range) ? [] : [errorAt(['spec', 'loadBalancerSourceRanges', index], 'not-a-cidr', { range })],
  );
  if (spec.type === 'LoadBalancer')
    return loadBalancerClass === undefined || isQualifiedName(loadBalancerClass)
      ? checks
      : [
          ...checks,
          errorAt(['spec', 'loadBalancerClass'], 'class-name-invalid', { name: loadBalancerClass }),
        ];
  const misplaced = [
    ...(ranges.length > 0 ? ['loadBalancerSourceRanges'] : []),
    ...(loadBalancerClass === undefined ? [] : ['loadBalancerClass']),
    ...(allocateLoadBalancerNodePorts === undefined ? [] : ['allocateLoadBalancerNodePorts']),
  ];
  return [...checks, ...misplaced.map((field) => errorAt(['spec', field], 'only-for-load-balancer'))];
}

/** [SVC-38] */
function checkHealthPort({ spec }: Service): readonly ServiceCheck[] {
  const { healthCheckNodePort: port = 0 } = spec;
  if (port === 0) return [];
  const path = ['spec', 'healthCheckNodePort'];
  if (spec.type !== 'LoadBalancer' || spec.externalTrafficPolicy !== 'Local')
    return [errorAt(path, 'health-check-needs-local')];
  return Number.isInteger(port) && port >= 1 && port <= 65_535
    ? []
    : [errorAt(path, 'port-out-of-range', { port: String(port) })];
}

/** [SVC-32] */
function checkPolicies({ spec }: Service): readonly ServiceCheck[] {
  const isFromOutside =
    spec.type === 'NodePort' || spec.type === 'LoadBalancer' || (spec.externalIPs ?? []).length > 0;
  return spec.externalTrafficPolicy === undefined || isFromOutside
    ? []
    : [errorAt(['spec', 'externalTrafficPolicy'], 'only-from-outside')];
}

/** [SVC-32] */
function checkAffinity({ spec }: Service): readonly ServiceCheck[] {
  const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (seconds === undefined) return [];
  const path = ['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'];
  if (spec.sessionAffinity !== 'ClientIP')
    return [errorAt(['spec', 'sessionAffinityConfig'], 'affinity-timeout-without-affinity')];
  return seconds < 1 || seconds > 86_400
    ? [errorAt(path, 'affinity-timeout-out-of-range', { seconds: String(seconds) })]
    : [];
}

/** How traffic is taken in and spread. */
export const checkServiceTraffic = (service: Service): readonly ServiceCheck[] => [
  ...checkValues(service),
  ...checkLoadBalancer(service),
  ...checkHealthPort(service),
  ...checkPolicies(service),
  ...checkAffinity(service),
];
