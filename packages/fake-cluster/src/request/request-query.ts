const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
};

/** The parameters of a query string; of repeated ones the first counts. */
export function parseRequestQuery(query: string): ReadonlyMap<string, string> {
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    });
  return new Map(pairs.toReversed());
}

/** Whether a parameter says yes: `1`, `true`, or nothing after its name. */
export function isSet(query: ReadonlyMap<string, string>, name: string): boolean {
  const value = query.get(name);
  return value !== undefined && value !== '0' && value !== 'false';
}
