import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';
import { listed } from './sentence.ts';

/** A host with rules of its own under a wildcard of another Ingress, with its namespace. */
export interface HostOutOfWildcard {
  readonly controller: ProfileName;
  readonly host: string;
  readonly wildcard: string;
  readonly wildcardIngress: string;
  /** Paths of the wildcard that are not found at the host. */
  readonly paths: readonly string[];
  readonly url: string;
}

export const ing039Words = {
  label: ({ wildcard }: HostOutOfWildcard) => `not ${wildcard}`,
  title: ({ host, wildcard }: HostOutOfWildcard) => `${host} is excluded from ${wildcard}`,
  happens: ({ url, wildcardIngress }: HostOutOfWildcard) =>
    `${code(url)} finds no rule, though ${wildcardIngress} has one for the wildcard.`,
  why: ({ controller, wildcard, host, paths }: HostOutOfWildcard) =>
    `${code(host)} has rules of its own, and with ${controllerNames[controller]} a request that finds none of them does not go on to ${code(wildcard)}. Not found there: ${listed(paths.map(code))}.`,
};
