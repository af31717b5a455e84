import type { JsonValue } from './json-value.ts';

export type ParsedJson = { readonly value: JsonValue } | { readonly problem: string };

function problemOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  const isAtEnd = /end of|unterminated/i.test(message) || position >= text.trimEnd().length;
  if (isAtEnd || text.trim() === '') return 'unexpected end of JSON input';
  if (/after JSON/.test(message)) return `invalid character '${text[position] ?? ''}' after top-level value`;
  const character = Number.isNaN(position) ? (/token '?(.)/u.exec(message)?.[1] ?? '?') : text[position];
  return `invalid character '${character}' looking for beginning of value`;
}

/** Reads JSON text; `problem` says what Go's decoder says about text that is none. */
export function parseJson(text: string): ParsedJson {
  try {
    const value: JsonValue = JSON.parse(text);
    return { value };
  } catch (error) {
    return { problem: problemOf(text, error) };
  }
}
