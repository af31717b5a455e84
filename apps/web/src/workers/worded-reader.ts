import type { ObjectReader } from '@fairlead/kube-objects';
import type { AnswerMessages } from '../messages/en-answers.ts';
import type { RuleToService } from './rules-by-service.ts';

/** The objects, and the words to tell of them. */
export interface WordedReader {
  readonly reader: ObjectReader;
  readonly answers: AnswerMessages;
  /** How bad it is that another rule comes first for what a rule is for; `undefined`: none does. */
  readonly precedenceOver?: (rule: RuleToService) => 'error' | 'warning' | undefined;
}
