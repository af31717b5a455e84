import { code } from '../../text/code.ts';
import { requestsFor } from './requests.ts';
import { listed } from './sentence.ts';

export const ing006Words = {
  label: () => 'no class',
  title: (defaultClass: string | undefined) =>
    defaultClass === undefined
      ? 'No class is named and there is no default class: the Ingress is ignored'
      : 'No class is named: the Ingress is ignored',
  happens: (requests: readonly string[]) =>
    requests.length === 0 ? 'No controller takes this Ingress.' : `${requestsFor(requests)} are not served.`,
  effectNow: () => 'not served',
  why: (defaultClass: string | undefined) =>
    `None of the controllers of this cluster takes an Ingress without a class. ${
      defaultClass === undefined
        ? 'No IngressClass is marked as default.'
        : `IngressClass ${code(defaultClass)} is the default, but that is written into an Ingress only when it is created.`
    }`,
  use: {
    title: (name: string) => `Use class ${name}`,
    explanation: 'Its controller then takes this Ingress.',
  },
  pick: {
    title: 'Pick a class',
    explanation: (names: readonly string[]) => `One of ${listed(names.map(code), 5)}.`,
  },
  install: {
    title: 'Create an IngressClass',
    explanation: 'The installation of an ingress controller usually brings one.',
  },
};
