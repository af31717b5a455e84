import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';
import { listed } from './sentence.ts';

/** A controller in a sentence. */
export interface NamedController {
  readonly profile: ProfileName;
  /** Tells controllers of one program apart. */
  readonly id: string;
}

/** Hosts of an Ingress that another controller has rules for, too. */
export interface SharedHosts {
  readonly hosts: readonly string[];
  readonly own: NamedController;
  readonly other: NamedController;
}

const nameOf = ({ profile, id }: NamedController): string =>
  profile === 'spec' ? code(id) : controllerNames[profile];

/** Two of one program are told apart by their ids. */
const namesOf = ({ own, other }: SharedHosts): readonly [string, string] =>
  own.profile === other.profile ? [code(own.id), code(other.id)] : [nameOf(own), nameOf(other)];

export const ing017Words = {
  label: () => 'host of two controllers',
  title: (shared: SharedHosts) =>
    `${listed(shared.hosts.map(code))} ${shared.hosts.length === 1 ? 'is' : 'are'} served by ${namesOf(shared).join(' and by ')}`,
  happens: (shared: SharedHosts) =>
    `${atStart(namesOf(shared)[0])} answers by this Ingress and ${namesOf(shared)[1]} by others: DNS decides which rules apply to a client.`,
  why: (others: readonly string[]) =>
    `${listed(others)} ${others.length === 1 ? 'has' : 'have'} rules for the same host under another class.`,
  decide: {
    title: () => 'Leave the host to one controller',
    explanation: () =>
      'Unless clients inside and outside are meant to meet different controllers, give all Ingresses of the host one class.',
  },
};
