/** A value that somebody wrote, in typographic quotes. */
export const quoted = (text: string): string => `“${text}”`;

/** Digits in groups of three, with thin spaces: 2 761. */
export const digits = (count: number): string => `${count}`.replaceAll(/\B(?=(\d{3})+$)/g, '\u2009');

/** `1 Pod`, `2 Pods`. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${digits(count)} ${count === 1 ? noun : plural}`;

/** `a`, `a and b`, `a, b and c`, `a, b, c and 7 more`. */
export function listed(parts: readonly string[], limit = 3): string {
  const shown = parts.length > limit + 1 ? parts.slice(0, limit) : parts;
  const rest = parts.length - shown.length;
  const all = rest > 0 ? [...shown, `${digits(rest)} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** `are` unless it is exactly one. */
export const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');
