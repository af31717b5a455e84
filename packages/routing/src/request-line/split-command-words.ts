import { requestProblem, type RequestLineProblem } from './request-problem.ts';

/** A word as a POSIX shell would give it to a command, and where it begins in the text. */
export interface CommandWord {
  readonly text: string;
  readonly position: number;
}

export interface CommandWords {
  readonly kind: 'words';
  readonly words: readonly CommandWord[];
}

/** What ends a quoted part, and what a backslash before a character means in it. */
interface Quote {
  readonly end: string;
  readonly unescape: (character: string) => string | undefined;
}

const ansiEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

const singleQuote: Quote = { end: "'", unescape: () => undefined };
const doubleQuote: Quote = {
  end: '"',
  unescape: (character) =>
    ['"', '\\', '$', '`'].includes(character) ? character : character === '\n' ? '' : undefined,
};
/** `$'...'`, as browsers copy what holds quotes. */
const ansiQuote: Quote = { end: "'", unescape: (character) => ansiEscapes.get(character) };

const isSpace = (character: string): boolean => /^[ \t\r\n]$/.test(character);
/** A pipe, a redirection or a second command: not for the command we read. */
const endsCommand = (rest: string): boolean => /^(?:[|;<]|[0-9]?>|&(?:&|\s|$)|#)/.test(rest);

class WordReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): CommandWords | RequestLineProblem {
    const words: CommandWord[] = [];
    for (;;) {
      this.#skipSpace();
      const position = this.#position;
      if (position >= this.#text.length || endsCommand(this.#text.slice(position, position + 3)))
        return { kind: 'words', words };
      const text = this.#readWord();
      if (typeof text !== 'string') return text;
      words.push({ text, position });
    }
  }

  #skipSpace(): void {
    for (; this.#position < this.#text.length; this.#position += 1) {
      if (isSpace(this.#text.charAt(this.#position))) continue;
      const isContinuation = /^\\\r?\n/.test(this.#text.slice(this.#position, this.#position + 3));
      if (!isContinuation) return;
      this.#position += 1;
    }
  }

  #readWord(): string | RequestLineProblem {
    let word = '';
    while (this.#position < this.#text.length) {
      const character = this.#text.charAt(this.#position);
      if (isSpace(character)) break;
      const part = this.#readPart(character);
      if (typeof part !== 'string') return part;
      word += part;
    }
    return word;
  }

  #readPart(character: string): string | RequestLineProblem {
    const next = this.#text.charAt(this.#position + 1);
    if (character === "'") return this.#readQuoted(singleQuote, 1);
    if (character === '"') return this.#readQuoted(doubleQuote, 1);
    if (character === '$' && next === "'") return this.#readQuoted(ansiQuote, 2);
    if (character === '\\' && next !== '') {
      this.#position += 2;
      return next === '\n' ? '' : next;
    }
    this.#position += 1;
    return character;
  }

  #readQuoted({ end, unescape }: Quote, length: number): string | RequestLineProblem {
    const start = this.#position;
    let part = '';
    for (this.#position += length; this.#position < this.#text.length; this.#position += 1) {
      const character = this.#text.charAt(this.#position);
      if (character === end) {
        this.#position += 1;
        return part;
      }
      const unescaped = character === '\\' ? unescape(this.#text.charAt(this.#position + 1)) : undefined;
      if (unescaped !== undefined) this.#position += 1;
      part += unescaped ?? character;
    }
    return requestProblem('unclosed-quote', start);
  }
}

/**
 * The words of one command line, without expanding anything. What follows a pipe, a redirection or `;` is left out; a
 * backslash at the end of a line joins it with the next.
 */
export const splitCommandWords = (text: string): CommandWords | RequestLineProblem =>
  new WordReader(text).read();
