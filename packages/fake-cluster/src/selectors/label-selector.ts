import { matchesLabelSelector, type LabelSelectorRequirement, type StringMap } from '@fairlead/kube-objects';

/** What `?labelSelector=` asks for: all of the requirements. */
export type LabelFilter = readonly LabelSelectorRequirement[];

type Parsed = { readonly filter: LabelFilter } | { readonly problem: string };

/** Caught in this file only: the first unexpected token ends the reading. */
class SelectorProblem extends Error {}

const inRequirement = (message: string): SelectorProblem =>
  new SelectorProblem(`unable to parse requirement: ${message}`);

const tokensOf = (text: string): string[] => text.match(/==|!=|[=!(),<>]|[^\s=!(),<>]+/g) ?? [];
const isPunctuation = (token: string): boolean => /^[=!(),<>]+$/.test(token);
const isWord = (token: string | undefined): token is string => token !== undefined && !isPunctuation(token);
const isOperator = (token: string): boolean => ['=', '==', '!=', 'in', 'notin', '<', '>'].includes(token);

class SelectorReader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  requirements(): LabelFilter {
    const all: LabelSelectorRequirement[] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (token !== '!' && !isWord(token)) {
        throw new SelectorProblem(`found '${token ?? ''}', expected: !, identifier, or 'end of string'`);
      }
      all.push(this.#requirement());
      const next = this.#next();
      if (next !== undefined && next !== ',') {
        throw new SelectorProblem(`found '${next}', expected: ',' or 'end of string'`);
      }
    }
    return all;
  }

  #next(): string | undefined {
    return this.#tokens[this.#at++];
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw inRequirement(`found '${found ?? ''}' expected: '${token}'`);
  }

  #word(expected: string): string {
    const found = this.#next();
    if (!isWord(found)) throw inRequirement(`found '${found ?? ''}', expected: ${expected}`);
    return found;
  }

  #requirement(): LabelSelectorRequirement {
    if (this.#tokens[this.#at] === '!') {
      this.#at += 1;
      return { key: this.#word('identifier'), operator: 'DoesNotExist' };
    }
    const key = this.#word("!, identifier, or 'end of string'");
    const operator = this.#tokens[this.#at];
    if (operator === undefined || operator === ',') return { key, operator: 'Exists' };
    this.#at += 1;
    switch (operator) {
      case '=':
      case '==':
        return { key, operator: 'In', values: [this.#exactValue()] };
      case '!=':
        return { key, operator: 'NotIn', values: [this.#exactValue()] };
      case 'in':
        return { key, operator: 'In', values: this.#values() };
      case 'notin':
        return { key, operator: 'NotIn', values: this.#values() };
      default:
        throw inRequirement(`found '${operator}', expected: in, notin, =, ==, !=, gt, lt`);
    }
  }

  #exactValue(): string {
    const token = this.#tokens[this.#at];
    if (token !== undefined && token !== ',' && isPunctuation(token)) {
      throw inRequirement(`found '${token}', expected: identifier`);
    }
    return this.#value();
  }

  #value(): string {
    const token = this.#tokens[this.#at];
    if (!isWord(token) || isOperator(token)) return '';
    this.#at += 1;
    return token;
  }

  #values(): string[] {
    this.#expect('(');
    const values = [this.#value()];
    while (this.#tokens[this.#at] === ',') {
      this.#at += 1;
      values.push(this.#value());
    }
    this.#expect(')');
    return values;
  }
}

/** Reads `app=web,tier in (a,b),!old`; an empty text asks for nothing in particular. */
export function parseLabelSelector(text: string): Parsed {
  try {
    return { filter: new SelectorReader(text).requirements() };
  } catch (error) {
    if (error instanceof SelectorProblem) return { problem: error.message };
    throw error;
  }
}

export const matchesLabels = (labels: StringMap | undefined, filter: LabelFilter): boolean =>
  matchesLabelSelector(labels ?? {}, { matchExpressions: filter });
