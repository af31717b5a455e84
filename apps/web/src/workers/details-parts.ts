import type { ObjectRef } from '@fairlead/kube-objects';
import type { CopyableAddress } from './copyable-address.ts';
import type { DetailsAnswer, RouteHop } from './questions.ts';

export type Fact = DetailsAnswer['facts'][number];

/** What is special to a kind in the details of an object; the rest is the same for all. */
export interface DetailsParts {
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly routes?: readonly (readonly RouteHop[])[];
  readonly addresses?: readonly CopyableAddress[];
  readonly usedBy?: readonly { readonly ref: ObjectRef; readonly label: string }[];
}

export const word = (label: string, text: string, ref?: ObjectRef): Fact => ({
  label,
  text,
  isMono: false,
  ...(ref === undefined ? {} : { ref }),
});

export const mono = (label: string, text: string): Fact => ({ label, text, isMono: true });

/** Nothing for a text that is empty or absent. */
export const monoIfAny = (label: string, text: string | undefined): readonly Fact[] =>
  text === undefined || text === '' ? [] : [mono(label, text)];
