import { code } from '../../text/code.ts';

export const svc025Words = {
  label: () => 'External name is an address',
  title: (externalName: string) =>
    `externalName ${code(externalName)} is treated as a DNS name, not as an address`,
  happens: (name: string, namespace: string) =>
    `Who looks up ${code(`${name}.${namespace}`)} gets an alias to a name that does not exist.`,
  effectNow: () => 'no address',
  why: (externalName: string) =>
    `Cluster DNS answers for an ExternalName Service with a CNAME record to ${code(externalName)}. A CNAME record holds a name; no name consists of numbers only.`,
  dropSelector: {
    title: () => 'Make it a Service without selector',
    explanation: (serviceName: string, address: string) =>
      `Drop type and externalName, give it a port, and add an EndpointSlice labelled ${code(`kubernetes.io/service-name: ${serviceName}`)} with address ${code(address)}.`,
  },
  useDnsName: {
    title: () => 'Use a DNS name',
    explanation: () => 'If the machine has one, externalName can hold it.',
  },
};
