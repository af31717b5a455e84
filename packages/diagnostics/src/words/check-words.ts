import type { englishChecks } from './english.ts';

/** The same functions of the same facts, of which only is said that they answer with text. */
type Worded<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => infer Text
    ? (...facts: Facts) => Worded<Text>
    : { readonly [Key in keyof T]: Worded<T[Key]> };

/**
 * All that checks say, in one language. A check decides and passes facts: names, numbers, object references and the
 * words of the API itself. Sentences, lists and plurals are made here, so that another language is another object of
 * this type and no check knows of it. What stands between backticks is to be pasted, and is the same in every language.
 */
export type CheckWords = Worded<typeof englishChecks>;
