import type { Service, ServicePort } from '@fairlead/kube-objects';
import { isDnsLabel } from '../dns-name.ts';
import { checkServiceAddresses } from './check-service-addresses.ts';
import { checkServiceMetadata } from './check-service-metadata.ts';
import { checkServiceTraffic } from './check-service-traffic.ts';
import { isQualifiedName } from './label-text.ts';
import { errorAt, warningAt, type ServiceCheck } from './service-check.ts';
import { isHeadless } from './service-form.ts';
import { protocolOf } from './service-port.ts';

const nodePortRange = { first: 30_000, last: 32_767 } as const;

const isPortNumber = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** [SVC-26] IANA service names: at most 15 of `a-z0-9-`, at least one letter, no two hyphens together or at an end. */
export const isPortName = (name: string): boolean =>
  /^(?!.*--)[a-z0-9](?:[-a-z0-9]{0,13}[a-z0-9])?$/.test(name) && /[a-z]/.test(name);

function checkPortName(ports: readonly ServicePort[], index: number): readonly ServiceCheck[] {
  const path = ['spec', 'ports', index, 'name'];
  const name = ports[index]?.name ?? '';
  if (name === '') return ports.length > 1 ? [errorAt(path, 'port-name-required')] : [];
  const checks: ServiceCheck[] = [];
  if (!isDnsLabel(name)) checks.push(errorAt(path, 'port-name-not-dns-label', { name }));
  else if (!isPortName(name)) checks.push(warningAt(path, 'port-name-not-for-ingress', { name }));
  if (ports.findIndex((other) => other.name === name) < index)
    checks.push(errorAt(path, 'port-name-taken', { name }));
  return checks;
}

function checkTarget({ targetPort }: ServicePort, index: number): readonly ServiceCheck[] {
  const path = ['spec', 'ports', index, 'targetPort'];
  if (typeof targetPort === 'number')
    return isPortNumber(targetPort) ? [] : [errorAt(path, 'port-out-of-range', { port: String(targetPort) })];
  return targetPort === undefined || isPortName(targetPort)
    ? []
    : [errorAt(path, 'target-port-not-a-port-name', { name: targetPort })];
}

/** [SVC-34] */
const checkAppProtocol = ({ appProtocol }: ServicePort, index: number): readonly ServiceCheck[] =>
  appProtocol === undefined || isQualifiedName(appProtocol)
    ? []
    : [errorAt(['spec', 'ports', index, 'appProtocol'], 'app-protocol-invalid', { name: appProtocol })];

const hasNodePorts = ({ type }: Service['spec']): boolean => type === 'NodePort' || type === 'LoadBalancer';

function checkNodePort(
  spec: Service['spec'],
  ports: readonly ServicePort[],
  index: number,
): readonly ServiceCheck[] {
  const port = ports[index];
  const nodePort = port?.nodePort;
  if (port === undefined || nodePort === undefined || nodePort === 0) return [];
  const path = ['spec', 'ports', index, 'nodePort'];
  if (!hasNodePorts(spec))
    return [errorAt(path, 'node-port-not-allowed', { type: spec.type ?? 'ClusterIP' })];
  if (!isPortNumber(nodePort)) return [errorAt(path, 'port-out-of-range', { port: String(nodePort) })];
  const isDouble = ports.some(
    (other, at) => at < index && other.nodePort === nodePort && protocolOf(other) === protocolOf(port),
  );
  if (isDouble) return [errorAt(path, 'node-port-taken', { port: String(nodePort) })];
  return nodePort < nodePortRange.first || nodePort > nodePortRange.last
    ? [warningAt(path, 'node-port-out-of-range', { port: String(nodePort) })]
    : [];
}

function checkPort(
  spec: Service['spec'],
  ports: readonly ServicePort[],
  index: number,
): readonly ServiceCheck[] {
  const port = ports[index];
  if (port === undefined) return [];
  const at = ['spec', 'ports', index];
  const checks: ServiceCheck[] = [];
  if (!isPortNumber(port.port))
    checks.push(errorAt([...at, 'port'], 'port-out-of-range', { port: String(port.port) }));
  const first = ports.findIndex(
    (other) => other.port === port.port && protocolOf(other) === protocolOf(port),
  );
  if (first < index)
    checks.push(errorAt([...at, 'port'], 'port-taken', { port: `${port.port}/${protocolOf(port)}` }));
  if (!['TCP', 'UDP', 'SCTP'].includes(protocolOf(port)))
    checks.push(errorAt([...at, 'protocol'], 'protocol-unknown', { protocol: protocolOf(port) }));
  return [
    ...checks,
    ...checkPortName(ports, index),
    ...checkTarget(port, index),
    ...checkNodePort(spec, ports, index),
    ...checkAppProtocol(port, index),
  ];
}

function checkPorts({ spec }: Service): readonly ServiceCheck[] {
  const ports = spec.ports ?? [];
  const isOptional = spec.type === 'ExternalName' || spec.clusterIP === 'None';
  if (ports.length === 0) return isOptional ? [] : [errorAt(['spec', 'ports'], 'ports-required')];
  return ports.flatMap((_, index) => checkPort(spec, ports, index));
}

/** [SVC-30] */
function checkForm(service: Service): readonly ServiceCheck[] {
  const { spec } = service;
  if (isHeadless(service) && hasNodePorts(spec))
    return [errorAt(['spec', 'type'], 'headless-needs-cluster-ip-type', { type: spec.type ?? '' })];
  if (spec.type === 'ExternalName' && Object.keys(spec.selector ?? {}).length > 0)
    return [warningAt(['spec', 'selector'], 'ignored-by-external-name')];
  return [];
}

/**
 * What of a Service the API server would refuse, field by field, as far as the object alone tells: rules SVC-24 to SVC-38.
 * Warnings are values it takes that do not do what they seem to. Nothing found is no promise: the API server decides.
 */
export const checkServiceFields = (service: Service): readonly ServiceCheck[] => [
  ...checkServiceMetadata(service),
  ...checkForm(service),
  ...checkPorts(service),
  ...checkServiceAddresses(service),
  ...checkServiceTraffic(service),
];
