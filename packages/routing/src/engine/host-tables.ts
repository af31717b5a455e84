import type { PathMatcher } from './path-matcher.ts';
import type { HostTable, Route } from './route.ts';

/** One matcher for all that match alike, so that a walk through many hosts meets the same few of them. */
export class SharedMatchers {
  readonly #known = new Map<string, PathMatcher>();

  share(matcher: PathMatcher): PathMatcher {
    if (matcher.kind === 'pattern') return matcher;
    const key = matcher.kind === 'everything' ? '' : `${matcher.kind} ${matcher.path}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, matcher);
    return matcher;
  }
}

/** The table of a host, its routes in the order in which they are tried. */
export function buildHostTable(host: string, routes: readonly Route[], shared: SharedMatchers): HostTable {
  const ordered = routes.toSorted((a, b) => b.priority - a.priority);
  return { host, routes: ordered, matchers: ordered.map(({ matcher }) => shared.share(matcher)) };
}

/** The tables of all hosts that routes name, and of those that have one though it may be empty. */
export function buildHostTables(
  routes: readonly Route[],
  hosts: readonly string[],
  shared: SharedMatchers,
): ReadonlyMap<string, HostTable> {
  const byHost = new Map<string, Route[]>(hosts.map((host) => [host, []]));
  for (const route of routes) {
    const known = byHost.get(route.host);
    if (known === undefined) byHost.set(route.host, [route]);
    else known.push(route);
  }
  return new Map([...byHost].map(([host, list]) => [host, buildHostTable(host, list, shared)]));
}
