import type { SearchParameters } from './url-state.ts';

/** `?a=1&b=x%2Cy` to texts. Of a parameter given twice the first counts. */
export function parseSearchText(text: string): SearchParameters {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) if (!found.has(name)) found.set(name, value);
  return Object.fromEntries(found);
}

const escapeValue = (value: string): string =>
  encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');

/** Readable where an address allows it: `/`, `,` and `:` stay as they are. */
export function printSearchText(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([name, value]) => `${encodeURIComponent(name)}=${escapeValue(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
