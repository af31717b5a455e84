import { code } from '../../text/code.ts';
import { portsText, type PortsOfService } from './backend-port.ts';
import { removalExplanation, removalTitle, type Removal } from './removal.ts';
import { listed } from './sentence.ts';

export interface MissingService {
  readonly isDefaultBackend: boolean;
  readonly name: string;
  /** Absent: the backend names none. */
  readonly port: string | undefined;
  readonly namespace: string;
  /** Other namespaces that have a Service of that name. */
  readonly elsewhere: readonly string[];
}

export interface OtherServices {
  readonly namespace: string;
  readonly names: readonly string[];
  /** The Service that was probably meant, where it is not clear which of its ports. */
  readonly choice: PortsOfService | undefined;
}

const leftTo = (request: string): string => `${code(request)} is then left to other rules, or answers 404.`;

export const ing001Words = {
  label: () => 'no Service',
  title: (name: string) => `Service ${name} does not exist`,
  why: ({ isDefaultBackend, name, port, namespace, elsewhere }: MissingService) =>
    [
      `The ${isDefaultBackend ? 'default backend' : 'rule'} sends to Service ${code(name)}${port === undefined ? '' : `, port ${code(port)}`}.`,
      `Namespace ${namespace} has no Service of that name.`,
      elsewhere.length === 0
        ? 'An Ingress can only use Services of its own namespace.'
        : `There is one in ${listed(elsewhere)}, but an Ingress can only use Services of its own namespace.`,
    ].join(' '),
  create: {
    title: (name: string) => `Create Service ${name}`,
    explanation: (namespace: string) => `In namespace ${namespace}, in front of the Pods that are to answer.`,
  },
  sendElsewhere: {
    /** `undefined`: somebody has to choose. */
    title: (name: string | undefined) =>
      name === undefined ? 'Send to another Service' : `Send to Service ${name}`,
    explanation: ({ namespace, names, choice }: OtherServices) =>
      [
        `Services in ${namespace}: ${names.length === 0 ? 'none so far' : listed(names, 5)}.`,
        ...(choice === undefined ? [] : [portsText(choice)]),
      ].join(' '),
  },
  removePath: {
    title: (removal: Removal) => removalTitle(removal, 'Remove the path'),
    explanation: (removal: Removal, request: string) => removalExplanation(removal, leftTo(request)),
  },
  removeDefaultBackend: {
    title: () => 'Remove the default backend',
    titleWhereNothingIsLeft: () => 'Delete the Ingress',
    explanation: leftTo,
  },
};
