import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';

/** An annotation under a name that nobody reads. */
export interface Misspelt {
  readonly ingress: string;
  readonly key: string;
  readonly profile: ProfileName;
}

export const ing029Words = {
  label: () => 'annotation misspelt',
  title: ({ ingress, key, profile }: Misspelt) =>
    `${ingress} has ${code(key)}, which ${controllerNames[profile]} does not know`,
  happens: () => 'The annotation has no effect.',
  why: (meant: string) => `${code(meant)} was probably meant: it is written nearly alike.`,
  rename: {
    title: (meant: string) => `Call it ${code(meant)}`,
    explanation: () => 'It then takes effect with the value that it has.',
  },
  remove: {
    title: () => 'Remove it',
    explanation: (meant: string) => `${code(meant)} is there as well. Nothing changes for requests.`,
  },
};
