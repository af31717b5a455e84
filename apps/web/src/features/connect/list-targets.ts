import type { Connection } from '@fairlead/edits';
import type { HttpIngressPath, IngressBackend } from '@fairlead/kube-objects';
import type { ConnectTarget } from '../../drafts/connect-context.ts';
import type { ConnectMessages } from '../../messages/en-connect.ts';
import type { ConnectFacts, ConnectFrom, ConnectSource } from '../../workers/connect-facts.ts';
import type { ServiceChoice, ServicePortChoice } from '../../workers/ingress-form-facts.ts';

/** The port of a Service that a rule can lead to. */
export interface BackendTarget {
  readonly id: string;
  readonly service: string;
  readonly port: string;
  readonly number: number;
  /** `undefined`: nobody counts them, or the Service leads out of the cluster. */
  readonly readyPods: number | undefined;
  readonly isExternal: boolean;
  readonly backend: IngressBackend;
}

function toTarget(service: ServiceChoice, port: ServicePortChoice): BackendTarget {
  const isNamed = port.canBeNamed && port.name !== undefined;
  const isExternal = service.type === 'ExternalName';
  return {
    id: `${service.name}:${port.number}`,
    service: service.name,
    port: isNamed ? (port.name ?? '') : String(port.number),
    number: port.number,
    readyPods: service.isCounted && !isExternal ? port.readyPods : undefined,
    isExternal,
    backend: {
      service: {
        name: service.name,
        port: isNamed && port.name !== undefined ? { name: port.name } : { number: port.number },
      },
    },
  };
}

/** The ports that rules can lead to, by name where an Ingress can name them; TCP only. */
export const listBackendTargets = ({ services }: Pick<ConnectFacts, 'services'>): readonly BackendTarget[] =>
  services.flatMap((service) =>
    service.ports.filter(({ protocol }) => protocol === 'TCP').map((port) => toTarget(service, port)),
  );

export function describeTarget(
  { number, readyPods, isExternal }: BackendTarget,
  words: ConnectMessages['services'],
): string {
  return isExternal ? words.external(number) : words.detail(number, readyPods);
}

/** The source that a row of the graph names; the first one where it names none. */
export function findSource(
  sources: readonly ConnectSource[],
  { row: [host, path], isDefaultBackend = false }: Pick<ConnectTarget, 'row' | 'isDefaultBackend'>,
): ConnectSource | undefined {
  const isNamed = ({ from }: ConnectSource): boolean => {
    if (isDefaultBackend) return from.kind === 'default-backend';
    if (host === undefined) return true;
    if (path === undefined) return from.kind === 'new-path' && from.host === host;
    return from.kind === 'path' && from.host === host && from.path === path;
  };
  return sources.find(isNamed) ?? sources[0];
}

/**
 * How a source is led to a port; `undefined` for a source that no port can be the end of. A new path without a text is
 * called like the Service.
 */
export function connectionTo(
  from: ConnectFrom,
  { backend, service }: BackendTarget,
  newPath: string,
): Connection | undefined {
  switch (from.kind) {
    case 'path': {
      const { host, path, pathType } = from;
      return { kind: 'path', place: { host, path, pathType }, backend };
    }
    case 'default-backend':
      return { kind: 'default-backend', backend };
    case 'new-path': {
      const path: HttpIngressPath = {
        path: newPath === '' ? `/${service}` : newPath,
        pathType: 'Prefix',
        backend,
      };
      return { kind: 'new-path', host: from.host, path };
    }
    case 'selector':
      return undefined;
  }
}
