import { code } from '../../text/code.ts';
import { requestsFor } from './requests.ts';
import { listed, quoted } from './sentence.ts';

export const ing005Words = {
  label: (className: string) => `no class ${quoted(className)}`,
  title: (className: string) => `IngressClass ${quoted(className)} does not exist`,
  happens: (requests: readonly string[]) =>
    requests.length === 0 ? 'No controller takes this Ingress.' : `${requestsFor(requests)} are not served.`,
  effectNow: () => 'not served',
  /** `available`: the classes there are. */
  why: (available: readonly string[]) =>
    `A controller takes an Ingress when the IngressClass it names is one of its own. ${
      available.length === 0
        ? 'The cluster has no IngressClass.'
        : `The cluster has ${available.length === 1 ? 'IngressClass' : 'IngressClasses'} ${listed(available.map(code), 5)}.`
    }`,
  useClass: {
    title: (className: string) => `Use class ${className}`,
    explanation: () => 'Its controller then takes this Ingress.',
  },
  pickClass: {
    title: () => 'Pick a class',
    explanation: (available: readonly string[]) => `One of ${listed(available.map(code), 5)}.`,
  },
  installController: {
    title: () => 'Install an ingress controller',
    explanation: () => 'Its installation brings an IngressClass.',
  },
  createClass: {
    title: (className: string) => `Create IngressClass ${className}`,
    explanation: () =>
      'If a controller for it runs here. Its documentation names the controller text to use.',
  },
};
