import type { JsonValue } from './json-value.ts';

/** Text or any other JSON value as Go prints it in messages: invisible characters are escaped. */
export const quoteGo = (value: JsonValue): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u200b-\u200f\u2028-\u202f\u205f-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
