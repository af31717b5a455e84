/** The moment an RFC 3339 text means, as epoch milliseconds; `undefined` when it is absent or no time. */
export function timeMsOf(text: string | undefined): number | undefined {
  const timeMs = Date.parse(text ?? '');
  return Number.isNaN(timeMs) ? undefined : timeMs;
}

/** The latest of RFC 3339 texts in the API server's form (UTC, whole seconds), whose order is that of the letters. */
export const latestOf = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.reduce((latest, text) => (text !== undefined && (latest ?? '') < text ? text : latest), undefined);
