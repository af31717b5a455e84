import { isIpAddress, specialAddressOf, type Service, type ServicePort } from '@fairlead/kube-objects';
import type { FieldCheck } from './field-check.ts';
import { isHeadless } from './service-form.ts';
import { protocolOf } from './service-port.ts';

export type ServiceFieldCode =
  | 'name-not-dns-label'
  | 'ports-required'
  | 'port-out-of-range'
  | 'port-name-required'
  | 'port-name-not-dns-label'
  | 'port-name-not-for-ingress'
  | 'port-name-taken'
  | 'port-taken'
  | 'protocol-unknown'
  | 'target-port-not-a-port-name'
  | 'node-port-not-allowed'
  | 'node-port-out-of-range'
  | 'node-port-taken'
  | 'external-name-required'
  | 'external-name-not-a-name'
  | 'external-name-is-an-address'
  | 'not-an-address'
  | 'address-not-allowed'
  | 'not-a-cidr'
  | 'only-for-load-balancer'
  | 'only-from-outside'
  | 'affinity-timeout-out-of-range'
  | 'headless-needs-cluster-ip-type'
  | 'ignored-by-external-name'
  | 'label-value-invalid';

type Check = FieldCheck<ServiceFieldCode>;

const dnsLabel = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const dnsName = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\.?$/;
const labelValueText = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const nodePortRange = { first: 30_000, last: 32_767 } as const;

const error = (path: Check['path'], code: ServiceFieldCode, details: Check['details'] = {}): Check => ({
  path,
  severity: 'error',
  code,
  details,
});
const warning = (path: Check['path'], code: ServiceFieldCode, details: Check['details'] = {}): Check => ({
  path,
  severity: 'warning',
  code,
  details,
});

const isPortNumber = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** [SVC-26] IANA service names: at most 15 of `a-z0-9-`, at least one letter, no two hyphens together or at an end. */
export const isPortName = (name: string): boolean =>
  /^(?!.*--)[a-z0-9](?:[-a-z0-9]{0,13}[a-z0-9])?$/.test(name) && /[a-z]/.test(name);

function checkPortName(ports: readonly ServicePort[], index: number): readonly Check[] {
  const path = ['spec', 'ports', index, 'name'];
  const name = ports[index]?.name ?? '';
  if (name === '') return ports.length > 1 ? [error(path, 'port-name-required')] : [];
  const checks: Check[] = [];
  if (!dnsLabel.test(name)) checks.push(error(path, 'port-name-not-dns-label', { name }));
  else if (!isPortName(name)) checks.push(warning(path, 'port-name-not-for-ingress', { name }));
  if (ports.findIndex((other) => other.name === name) < index)
    checks.push(error(path, 'port-name-taken', { name }));
  return checks;
}

function checkTarget({ targetPort }: ServicePort, index: number): readonly Check[] {
  const path = ['spec', 'ports', index, 'targetPort'];
  if (typeof targetPort === 'number')
    return isPortNumber(targetPort) ? [] : [error(path, 'port-out-of-range', { port: String(targetPort) })];
  return targetPort === undefined || isPortName(targetPort)
    ? []
    : [error(path, 'target-port-not-a-port-name', { name: targetPort })];
}

const hasNodePorts = ({ type }: Service['spec']): boolean => type === 'NodePort' || type === 'LoadBalancer';

function checkNodePort(
  spec: Service['spec'],
  ports: readonly ServicePort[],
  index: number,
): readonly Check[] {
  const port = ports[index];
  const nodePort = port?.nodePort;
  if (port === undefined || nodePort === undefined || nodePort === 0) return [];
  const path = ['spec', 'ports', index, 'nodePort'];
  if (!hasNodePorts(spec)) return [error(path, 'node-port-not-allowed', { type: spec.type ?? 'ClusterIP' })];
  if (!isPortNumber(nodePort)) return [error(path, 'port-out-of-range', { port: String(nodePort) })];
  const isDouble = ports.some(
    (other, at) => at < index && other.nodePort === nodePort && protocolOf(other) === protocolOf(port),
  );
  if (isDouble) return [error(path, 'node-port-taken', { port: String(nodePort) })];
  return nodePort < nodePortRange.first || nodePort > nodePortRange.last
    ? [warning(path, 'node-port-out-of-range', { port: String(nodePort) })]
    : [];
}

function checkPort(spec: Service['spec'], ports: readonly ServicePort[], index: number): readonly Check[] {
  const port = ports[index];
  if (port === undefined) return [];
  const at = ['spec', 'ports', index];
  const checks: Check[] = [];
  if (!isPortNumber(port.port))
    checks.push(error([...at, 'port'], 'port-out-of-range', { port: String(port.port) }));
  const first = ports.findIndex(
    (other) => other.port === port.port && protocolOf(other) === protocolOf(port),
  );
  if (first < index)
    checks.push(error([...at, 'port'], 'port-taken', { port: `${port.port}/${protocolOf(port)}` }));
  if (!['TCP', 'UDP', 'SCTP'].includes(protocolOf(port)))
    checks.push(error([...at, 'protocol'], 'protocol-unknown', { protocol: protocolOf(port) }));
  return [
    ...checks,
    ...checkPortName(ports, index),
    ...checkTarget(port, index),
    ...checkNodePort(spec, ports, index),
  ];
}

function checkPorts({ spec }: Service): readonly Check[] {
  const ports = spec.ports ?? [];
  const isOptional = spec.type === 'ExternalName' || spec.clusterIP === 'None';
  if (ports.length === 0) return isOptional ? [] : [error(['spec', 'ports'], 'ports-required')];
  return ports.flatMap((_, index) => checkPort(spec, ports, index));
}

/** [SVC-29] */
function checkExternalName({ spec }: Service): readonly Check[] {
  if (spec.type !== 'ExternalName') return [];
  const path = ['spec', 'externalName'];
  const name = spec.externalName ?? '';
  if (name === '') return [error(path, 'external-name-required')];
  if (isIpAddress(name)) return [warning(path, 'external-name-is-an-address', { name })];
  return dnsName.test(name) ? [] : [error(path, 'external-name-not-a-name', { name })];
}

function checkExternalAddress(address: string, index: number): readonly Check[] {
  const path = ['spec', 'externalIPs', index];
  if (!isIpAddress(address)) return [error(path, 'not-an-address', { address })];
  const special = specialAddressOf(address);
  return special === undefined ? [] : [error(path, 'address-not-allowed', { address, special })];
}

/** An address and a prefix length that its family has. */
function isCidr(text: string): boolean {
  const [address = '', length = '', more] = text.split('/');
  if (more !== undefined || !isIpAddress(address) || !/^\d{1,3}$/.test(length)) return false;
  return Number(length) <= (address.includes(':') ? 128 : 32);
}

/** [SVC-31] */
function checkLoadBalancer({ spec }: Service): readonly Check[] {
  const ranges = spec.loadBalancerSourceRanges ?? [];
  const checks: Check[] = ranges.flatMap((range, index) =>
    isCidr(range) ? [] : [error(['spec', 'loadBalancerSourceRanges', index], 'not-a-cidr', { range })],
  );
  if (spec.type === 'LoadBalancer') return checks;
  if (ranges.length > 0) checks.push(error(['spec', 'loadBalancerSourceRanges'], 'only-for-load-balancer'));
  if (spec.loadBalancerClass !== undefined)
    checks.push(error(['spec', 'loadBalancerClass'], 'only-for-load-balancer'));
  if (spec.allocateLoadBalancerNodePorts !== undefined)
    checks.push(error(['spec', 'allocateLoadBalancerNodePorts'], 'only-for-load-balancer'));
  return checks;
}

/** [SVC-32] */
function checkPolicies({ spec }: Service): readonly Check[] {
  const isFromOutside = hasNodePorts(spec) || (spec.externalIPs ?? []).length > 0;
  const checks: Check[] = [];
  if (spec.externalTrafficPolicy !== undefined && !isFromOutside)
    checks.push(error(['spec', 'externalTrafficPolicy'], 'only-from-outside'));
  const timeout = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (timeout !== undefined && (timeout < 1 || timeout > 86_400))
    checks.push(
      error(
        ['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'],
        'affinity-timeout-out-of-range',
        { seconds: String(timeout) },
      ),
    );
  return checks;
}

/** [SVC-30] */
function checkForm(service: Service): readonly Check[] {
  const { spec } = service;
  if (isHeadless(service) && hasNodePorts(spec))
    return [error(['spec', 'type'], 'headless-needs-cluster-ip-type', { type: spec.type ?? '' })];
  if (spec.type === 'ExternalName' && Object.keys(spec.selector ?? {}).length > 0)
    return [warning(['spec', 'selector'], 'ignored-by-external-name')];
  return [];
}

const checkSelector = ({ spec }: Service): readonly Check[] =>
  Object.entries(spec.selector ?? {}).flatMap(([key, value]) =>
    labelValueText.test(value) ? [] : [error(['spec', 'selector', key], 'label-value-invalid', { value })],
  );

/** [SVC-24] */
const checkName = ({ metadata: { name } }: Service): readonly Check[] =>
  dnsLabel.test(name) ? [] : [error(['metadata', 'name'], 'name-not-dns-label', { name })];

/**
 * What of a Service the API server would refuse, field by field, as far as the object alone tells: rules SVC-24 to SVC-33.
 * Warnings are values it takes that do not do what they seem to. Nothing found is no promise: the API server decides.
 */
export const checkServiceFields = (service: Service): readonly Check[] => [
  ...checkName(service),
  ...checkForm(service),
  ...checkPorts(service),
  ...checkSelector(service),
  ...checkExternalName(service),
  ...(service.spec.externalIPs ?? []).flatMap(checkExternalAddress),
  ...checkLoadBalancer(service),
  ...checkPolicies(service),
];
