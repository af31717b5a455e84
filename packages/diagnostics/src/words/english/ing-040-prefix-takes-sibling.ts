import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';

export const ing040Words = {
  label: () => 'compared as text',
  title: (controller: 'f5-nginx' | 'traefik', prefix: string, sibling: string) =>
    `With ${controllerNames[controller]} Prefix ${code(prefix)} also takes what begins like ${code(sibling)}`,
  happens: (example: string) => `Requests such as ${code(example)} may come here.`,
  why: (prefix: string) =>
    `This controller takes a Prefix for the beginning of a text, and ${code(prefix)} does not end with a slash. The Ingress API compares whole elements.`,
  strict: {
    title: 'Start Traefik with strictPrefixMatching',
    explanation: `The argument ${code('--providers.kubernetesingress.strictprefixmatching')}; it counts for all Ingresses.`,
  },
  slash: {
    title: 'Use two paths',
    explanation: 'An Exact one, and the Prefix with a slash at its end.',
  },
};
