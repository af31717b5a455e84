import { code } from '../../text/code.ts';
import { listed } from './sentence.ts';

/** A host whose paths are patterns because of other Ingresses. Ingresses with their namespaces. */
export interface HostOfPatterns {
  readonly host: string;
  readonly causes: readonly string[];
  /** Of this Ingress, of type Exact or Prefix. */
  readonly paths: readonly { readonly path: string; readonly pathType: string }[];
}

export const ing021Words = {
  label: ({ causes }: HostOfPatterns) => `patterns because of ${listed(causes, 1)}`,
  title: ({ host, causes }: HostOfPatterns) =>
    `Every path of ${host} is a pattern because of ${listed(causes)}`,
  happens: ({ paths }: HostOfPatterns) =>
    `${listed(paths.map(({ path, pathType }) => `${pathType} ${code(path)} also takes ${code(`${path}xyz`)}`))}, in any case of letters.`,
  effectNow: () => 'takes more',
  why: () =>
    `When one Ingress of a host has ${code('use-regex')} or ${code('rewrite-target')}, ingress-nginx reads all paths of the host as regular expressions without an end, those of other Ingresses too, and in any case of letters.`,
  split: {
    title: ({ causes }: HostOfPatterns) => `Give ${listed(causes)} a host of its own`,
    explanation: () => 'Its patterns then concern nobody else.',
  },
  anchor: {
    title: () => 'End the path with $',
    explanation: () =>
      `As a pattern of type ImplementationSpecific, ${code('/p$')} takes what Exact ${code('/p')} promises, and ${code('/p(/|$)')} what Prefix does.`,
  },
};
