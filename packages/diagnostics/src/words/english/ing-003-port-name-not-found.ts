import type { ServiceBackendPort } from '@fairlead/kube-objects';
import { code } from '../../text/code.ts';
import { portsText, type PortsOfService } from './backend-port.ts';
import { quoted } from './sentence.ts';

export interface UnknownPortName {
  readonly service: PortsOfService;
  readonly wanted: string;
  readonly isTargetPort: boolean;
}

export const ing003Words = {
  label: (wanted: string) => `no port ${quoted(wanted)}`,
  title: (serviceName: string, wanted: string) =>
    `Service ${serviceName} has no port named ${quoted(wanted)}`,
  why: ({ service, wanted, isTargetPort }: UnknownPortName) =>
    `The backend asks for the port named ${code(wanted)}. ${portsText(service)}${isTargetPort ? ` ${code(wanted)} is its targetPort, the name of a port of the Pods.` : ''}`,
  usePort: {
    title: ({ name, number }: ServiceBackendPort) => `Use port ${name === undefined ? number : quoted(name)}`,
    explanation: (port: number, serviceName: string) => `Port ${port} of Service ${serviceName}.`,
  },
};
