import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';
import { countOf, listed } from './sentence.ts';

/** Annotations on an Ingress of another controller. */
export interface Foreign {
  readonly ingress: string;
  readonly meantFor: readonly ProfileName[];
  readonly readers: readonly ProfileName[];
}

const namesOf = (profiles: readonly ProfileName[]): string =>
  listed(profiles.map((name) => controllerNames[name]));

export const ing030Words = {
  label: () => 'annotations for another controller',
  title: ({ ingress, meantFor, readers }: Foreign) =>
    `${ingress} has annotations for ${namesOf(meantFor)}, and ${namesOf(readers)} ${readers.length === 1 ? 'serves' : 'serve'} it`,
  happens: (keys: readonly string[]) =>
    `${listed(keys.map(code))} ${keys.length === 1 ? 'has' : 'have'} no effect.`,
  why: () => 'A controller reads the annotations below its own prefix and leaves all others alone.',
  remove: {
    title: (count: number) => `Remove ${countOf(count, 'annotation')}`,
    explanation: () =>
      'Nothing changes for requests. What they were meant for has other names with this controller.',
  },
};
