import type { ServicePort } from '@fairlead/kube-objects';
import { code } from '../../text/code.ts';
import { requestsFor } from './requests.ts';
import { listed, quoted } from './sentence.ts';

/** A Service by name, with its ports. */
export interface PortsOfService {
  readonly name: string;
  readonly ports: readonly ServicePort[];
}

/** A backend that names a port by its targetPort. */
export interface NamedByTarget {
  readonly serviceName: string;
  readonly wanted: string;
  readonly isName: boolean;
  /** How the port itself is called. */
  readonly port: string;
}

const describePort = (port: ServicePort): string =>
  port.name ? `${code(`${port.port}`)} named ${code(port.name)}` : code(`${port.port}`);

/** `Service ledger has port 8080 named http.` */
export function portsText({ name, ports }: PortsOfService): string {
  if (ports.length === 0) return `Service ${name} has no ports.`;
  return `Service ${name} has ${ports.length === 1 ? 'port' : 'ports'} ${listed(ports.map(describePort), 5)}.`;
}

export const backendPortWords = {
  usesTargetPort: {
    label: () => 'uses targetPort',
    title: ({ serviceName, wanted, isName, port }: NamedByTarget) =>
      `${serviceName} is named by its targetPort ${isName ? quoted(wanted) : wanted}, not by its port ${port}`,
    happens: (request: string) =>
      `${requestsFor([request])} work with ingress-nginx, which accepts a targetPort too. Other controllers find no such port.`,
    effectNow: () => 'nginx only',
  },
  pickPort: {
    title: ({ name }: PortsOfService) => `Pick a port of Service ${name}`,
    explanation: portsText,
  },
};
