import type { ContainerPort, Pod, Service, ServicePort } from '@fairlead/kube-objects';

/** TCP when absent, as the API defaults it. */
export const protocolOf = (port: { readonly protocol?: string }): string => port.protocol ?? 'TCP';

/** Names a port within its Service: its name, else `80/TCP`. A number and protocol occur once in a valid Service. */
export const servicePortId = (port: ServicePort): string => port.name || `${port.port}/${protocolOf(port)}`;

/** [SVC-8] The port a Service leads to when it names none: its own number. */
export const targetPortOf = (port: ServicePort): number | string => port.targetPort ?? port.port;

/**
 * [SVC-10] Ports of a Pod in the order in which names are looked up: containers, then sidecars (init containers that are
 * always restarted). Ordinary init containers have ended before the Pod serves.
 */
export function listServingPorts(pod: Pod): readonly ContainerPort[] {
  const { containers = [], initContainers = [] } = pod.spec;
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...containers, ...sidecars].flatMap(({ ports = [] }) => ports);
}

/**
 * [SVC-8] [SVC-9] [SVC-10] The number that a Service port means in this Pod. A number is taken as it is, declared by a
 * container or not; a name is the first declared port of that name and the same protocol. `undefined`: this Pod does not
 * answer on that port.
 */
export function resolveTargetPort(pod: Pod, port: ServicePort): number | undefined {
  const target = targetPortOf(port);
  if (typeof target === 'number') return target;
  return listServingPorts(pod).find(
    (declared) => declared.name === target && protocolOf(declared) === protocolOf(port),
  )?.containerPort;
}

/** The port of that name, or the first of that number, TCP before others. */
export function findServicePort(service: Service, wanted: number | string): ServicePort | undefined {
  const ports = service.spec.ports ?? [];
  if (typeof wanted === 'string') return ports.find(({ name }) => name === wanted);
  const equal = ports.filter(({ port }) => port === wanted);
  return equal.find((port) => protocolOf(port) === 'TCP') ?? equal[0];
}
