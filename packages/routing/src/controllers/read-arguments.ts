/** As Go reads a boolean; `undefined` for any other text. */
export function readGoBoolean(text: string): boolean | undefined {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text) ? false : undefined;
}

/** The flags of a command line, the last of several with the same name. */
export interface CommandArguments {
  /** The value of `--name=value` or `--name value`; empty text is a value. */
  readonly textOf: (name: string) => string | undefined;
  /** Of `--name` alone `true`, of `--name=value` what the value says. A value never stands apart. */
  readonly isSet: (name: string) => boolean | undefined;
  /** Lower case, without hyphens. */
  readonly names: readonly string[];
}

interface Flag {
  readonly name: string;
  readonly value: string | undefined;
  readonly next: string | undefined;
}

function toFlag(word: string, next: string | undefined): Flag | undefined {
  const found = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(word);
  if (found === null) return undefined;
  const [, name = '', value] = found;
  return { name: name.toLowerCase(), value, next: next?.startsWith('-') === true ? undefined : next };
}

/** Reads arguments as Go programs do: one hyphen or two, names here in any case of letters. */
export function readArguments(words: readonly string[]): CommandArguments {
  const flags = new Map<string, Flag>();
  for (const [index, word] of words.entries()) {
    const flag = toFlag(word, words[index + 1]);
    if (flag !== undefined) flags.set(flag.name, flag);
  }
  return {
    textOf: (name) => {
      const flag = flags.get(name);
      return flag?.value ?? flag?.next;
    },
    isSet: (name) => {
      const flag = flags.get(name);
      if (flag === undefined) return undefined;
      return flag.value === undefined ? true : readGoBoolean(flag.value);
    },
    names: [...flags.keys()],
  };
}
