import { matchesPath, type PathMatcher } from './path-matcher.ts';
import type { HostTable } from './route.ts';

/** What a rule asks of a path, and what it says of itself. */
interface PathLine {
  readonly matcher: PathMatcher;
  /** A path that matches is at least as long and has this character there; 0: nothing is known beforehand. */
  readonly length: number;
  readonly lastCode: number;
  readonly path: string | null;
  readonly viaDefaultBackend: boolean;
}

/** The paths of a host's rules in the order in which they are tried. */
export type PathTable = readonly PathLine[];

/** What of a matcher's path stands at the beginning of each that it matches, letter by letter. */
const beginningOf = (matcher: PathMatcher): string => {
  switch (matcher.kind) {
    case 'exact':
    case 'elements':
    case 'text':
      return matcher.path;
    case 'everything':
    case 'text-any-case':
    case 'pattern':
      return '';
  }
};

function buildPathTable({ routes, matchers }: HostTable): PathTable {
  return routes.map(({ matcher: own, path, viaDefaultBackend }, at) => {
    const matcher = matchers[at] ?? own;
    const { length } = beginningOf(matcher);
    const lastCode = length === 0 ? 0 : beginningOf(matcher).charCodeAt(length - 1);
    return { matcher, length, lastCode, path, viaDefaultBackend };
  });
}

/** The place of the first rule that matches a path; -1: none does. */
export function findPlace(table: PathTable, path: string): number {
  for (let at = 0; at < table.length; at += 1) {
    const line = table[at];
    if (line === undefined) continue;
    const { matcher, length, lastCode } = line;
    if (length > 0 && (path.length < length || path.charCodeAt(length - 1) !== lastCode)) continue;
    if (matchesPath(matcher, path)) return at;
  }
  return -1;
}

/** One table for all hosts whose rules have the same paths: thousands of hosts have a few of them. */
export class SharedPathTables {
  readonly #ids = new Map<string, number>();
  readonly #tables: PathTable[] = [];

  /** The number of the table that a host's rules have. */
  share(hostTable: HostTable): number {
    const table = buildPathTable(hostTable);
    const isShared = table.every(({ matcher }) => matcher.kind !== 'pattern');
    const key = isShared ? JSON.stringify(table) : undefined;
    const known = key === undefined ? undefined : this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#tables.push(table) - 1;
    if (key !== undefined) this.#ids.set(key, id);
    return id;
  }

  get(id: number): PathTable {
    const table = this.#tables[id];
    if (table === undefined) throw new Error(`There is no path table ${id}.`);
    return table;
  }
}
