import type { AnnotationValueCode, ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';
import { quoted } from './sentence.ts';

/** An annotation with a value that cannot be read. */
export interface WrongValue {
  readonly ingress: string;
  readonly key: string;
  readonly value: string;
}

const expected: Readonly<Record<AnnotationValueCode, string>> = {
  'annotation-not-a-boolean': `It is ${code('true')} or ${code('false')}.`,
  'annotation-not-a-number': 'It is a whole number, without a unit.',
  'annotation-out-of-range': 'The number is outside of what makes sense here.',
  'annotation-not-a-time': `It is a time with its unit, such as ${code('30s')} or ${code('5m')}.`,
  'annotation-not-a-size': `It is a size, such as ${code('512k')} or ${code('20m')}.`,
  'annotation-not-a-choice': 'It is one of a few words, and this is none of them.',
  'annotation-not-ranges': `It is addresses or ranges with commas, such as ${code('203.0.113.0/24')}.`,
};

export const ing031Words = {
  label: () => 'value not understood',
  title: ({ ingress, key, value }: WrongValue) => `${ingress} has ${code(key)} set to ${quoted(value)}`,
  happens: (profile: ProfileName) =>
    `${atStart(controllerNames[profile])} does not understand it: it drops the annotation or, depending on its version, the whole Ingress.`,
  why: (fault: AnnotationValueCode) => expected[fault],
  write: {
    title: (value: string) => `Write ${code(value)}`,
    explanation: () => 'That is what the word says.',
  },
  correct: {
    title: () => 'Correct the value',
    explanation: () => 'Or remove the annotation: its default then holds.',
  },
};
