import type { ServicePort } from '@fairlead/kube-objects';
import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';
import { listed } from './sentence.ts';

/** Who speaks plain HTTP to which port. */
export interface PlainPortFacts {
  readonly profile: ProfileName;
  readonly service: string;
  readonly port: Pick<ServicePort, 'name' | 'port'>;
}

/** Where the controller is told to speak TLS. */
export interface AskingAnnotation {
  readonly on: 'Ingress' | 'Service';
  readonly key: string;
  readonly value: string;
}

const signs = {
  appProtocol: `The port's ${code('appProtocol')} is ${code('https')}`,
  name: `The port is called ${code('https')}`,
  number: 'The port is 443, and so is what it leads to',
} as const;

export const ing047Words = {
  label: () => 'plain HTTP to a TLS port',
  title: ({ profile, service, port }: PlainPortFacts) =>
    `${atStart(controllerNames[profile])} speaks plain HTTP to port ${port.name ?? port.port} of Service ${service}, which expects TLS`,
  happens: (requests: readonly string[]) =>
    `Requests for ${listed(requests.map(code))} reach a TLS port in plain HTTP: most servers answer 400, others close the connection.`,
  effectNow: () => '400',
  why: (sign: keyof typeof signs, key: string) =>
    `${signs[sign]}, and without ${code(key)} the controller does not speak TLS to it.`,
  ask: {
    title: (key: string, value: string) => `Set ${key} to ${value}`,
    explanation: () => 'The controller then speaks TLS to the backend.',
  },
  apart: {
    title: () => 'Tell the controller which port expects TLS',
    explanation: ({ on, key, value }: AskingAnnotation) =>
      on === 'Ingress'
        ? `${code(`${key}: ${value}`)} counts for the whole Ingress, and other paths of it lead to ports without TLS: give these paths an Ingress of their own.`
        : `${code(`${key}: ${value}`)} counts for the whole Service, which has ports without TLS, too: give the TLS port a Service of its own.`,
  },
};
