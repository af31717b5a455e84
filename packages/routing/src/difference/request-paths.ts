import type { RoutingProfile } from '../controllers/routing-profile.ts';

/** Letters that end a path or that no URL can hold, and the percent sign, as escapes. */
const escaped = (path: string): string =>
  path.replaceAll(/[%?#\s\\"<>^`{|}]/g, (letter) => (letter === '%' ? '%25' : encodeURIComponent(letter)));

/** One path that a controller refuses to read; none where it takes them all. */
const listUnreadable = (profiles: readonly RoutingProfile[]): readonly string[] =>
  ['/%zz', '/%00', '/..']
    .filter((path) => profiles.some((profile) => profile.normalizePath(path) === undefined))
    .slice(0, 1);

/**
 * Request paths that a controller compares as the given texts: as they are, or escaped where that is what leads there. One
 * that no request can have is left out, and one that the controller refuses is added.
 */
export function toRequestPaths(
  profiles: readonly RoutingProfile[],
  texts: readonly string[],
): readonly string[] {
  const isRead = (path: string, text: string): boolean =>
    !/[?#]/.test(path) && profiles.some((profile) => profile.normalizePath(path) === text);
  const paths = texts.flatMap((text) => [text, escaped(text)].find((path) => isRead(path, text)) ?? []);
  return [...new Set([...paths, ...listUnreadable(profiles)])];
}
