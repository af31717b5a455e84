import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';
import { requestsFor } from './requests.ts';

/** A host that belongs to one Ingress, as told at another one that has rules for it. Ingresses with their namespaces. */
export interface HostOfAnother {
  readonly controller: ProfileName;
  readonly host: string;
  readonly mine: string;
  readonly theirs: string;
  readonly requests: readonly string[];
}

export const ing014Words = {
  label: ({ theirs }: HostOfAnother) => `${theirs} has the host`,
  title: ({ controller, host, mine, theirs }: HostOfAnother) =>
    `${atStart(controllerNames[controller])} gives ${host} to ${theirs}, not to ${mine}`,
  happens: ({ requests, theirs }: HostOfAnother) =>
    `${requestsFor(requests)} go by the rules of ${theirs}; the paths here have no effect.`,
  effectNow: () => 'not served',
  why: ({ controller, host }: HostOfAnother) =>
    `To ${controllerNames[controller]} a host belongs to one Ingress as a whole, and ${code(host)} is another one's.`,
  merge: {
    title: ({ theirs }: HostOfAnother) => `Move the paths to ${theirs}`,
    explanation: () => 'If both are in one namespace.',
  },
  minions: {
    title: () => 'Make them minions of a master',
    explanation: () =>
      `With ${code('nginx.org/mergeable-ingress-type')} one Ingress, the ${code('master')}, has the host and its TLS, and others, its ${code('minion')}s, have the paths.`,
  },
};
