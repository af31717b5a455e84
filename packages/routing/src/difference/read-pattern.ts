import { samplePattern } from './sample-pattern.ts';

/** What can be said of a pattern's matches: all that begins with `literal`, or examples of them. */
export interface PatternView {
  readonly literal: string | undefined;
  readonly samples: readonly string[];
}

const literalSource = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w])*)(?:\$)?$/;

/** A pattern that is a text from the start on, with or without an end; escapes of signs are read, nothing else is. */
function literalOf({ source }: RegExp): string | undefined {
  const text = literalSource.exec(source)?.[1]?.replaceAll(/\\(.)/g, '$1');
  return text === undefined || !text.startsWith('/') ? undefined : text;
}

/** Reads a pattern as far as that is possible without running it over every text. */
export function readPattern(regex: RegExp): PatternView {
  const literal = literalOf(regex);
  if (literal !== undefined) return { literal, samples: [] };
  const samples = samplePattern(regex.source).flatMap((text) =>
    text.startsWith('/') ? [text] : [`/${text}`, `/x/${text}`],
  );
  return { literal, samples: [...new Set(samples)].filter((text) => regex.test(text)) };
}
