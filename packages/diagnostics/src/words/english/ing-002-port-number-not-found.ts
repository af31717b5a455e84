import { code } from '../../text/code.ts';
import { portsText, type PortsOfService } from './backend-port.ts';

export interface UnknownPortNumber {
  readonly service: PortsOfService;
  /** Empty: the backend names none. */
  readonly wanted: string;
  /** What else of the Service has that number. */
  readonly role: 'targetPort' | 'nodePort' | undefined;
}

export const ing002Words = {
  label: (wanted: string) => (wanted === '' ? 'no port' : `no port ${wanted}`),
  title: (serviceName: string, wanted: string) =>
    wanted === ''
      ? `No port of Service ${serviceName} is named`
      : `Service ${serviceName} has no port ${wanted}`,
  why({ service, wanted, role }: UnknownPortNumber): string {
    const has = portsText(service);
    if (wanted === '') return `The backend names no port. ${has}`;
    if (role === undefined) return `The backend asks for port ${code(wanted)}. ${has}`;
    const behind = role === 'targetPort' ? 'the port of the Pods' : 'the port of the nodes';
    return `${has} ${code(wanted)} is its ${role}, ${behind}; an Ingress names the port of the Service.`;
  },
  usePort: {
    title: (port: number) => `Use port ${port}`,
    explanation: (serviceName: string) =>
      `The port of Service ${serviceName} itself, whatever stands behind it.`,
  },
};
