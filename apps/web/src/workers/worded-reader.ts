import type { ObjectReader } from '@fairlead/kube-objects';
import type { AnswerMessages } from '../messages/en-answers.ts';

/** The objects, and the words to tell of them. */
export interface WordedReader {
  readonly reader: ObjectReader;
  readonly answers: AnswerMessages;
}
