import type { JsonObject } from '@fairlead/manifests';
import { canonicalText, textAt, withoutField } from './json-tree.ts';
import { hostOf, idOfItem, idOfPath, pathsOf } from './part-names.ts';

/** One way of telling that two items are the same part: equal keys. `undefined`: this item has no such key. */
interface Pass {
  readonly keyOf: (item: JsonObject) => string | undefined;
  /** The part lost its name, and only everything else being equal speaks for it. */
  readonly isGuess?: boolean;
}

export interface MatchedPart {
  readonly before: number;
  readonly isGuess: boolean;
}

/** By position in the later list: which item of the earlier one it was. `undefined` for an added item. */
export type Matches = readonly (MatchedPart | undefined)[];

interface Lists {
  readonly before: readonly JsonObject[];
  readonly after: readonly JsonObject[];
}

function groupOpen(
  items: readonly JsonObject[],
  open: ReadonlySet<number>,
  keyOf: Pass['keyOf'],
): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of open) {
    const key = keyOf(items[index] ?? {});
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups;
}

function matchByPasses({ before, after }: Lists, passes: readonly Pass[]): Matches {
  const matches: (MatchedPart | undefined)[] = after.map(() => undefined);
  const open = new Set(before.keys());
  for (const { keyOf, isGuess = false } of passes) {
    const waiting = groupOpen(before, open, keyOf);
    for (const [index, item] of after.entries()) {
      const key = matches[index] === undefined ? keyOf(item) : undefined;
      const found = key === undefined ? undefined : waiting.get(key)?.shift();
      if (found === undefined) continue;
      matches[index] = { before: found, isGuess };
      open.delete(found);
    }
  }
  return matches;
}

const nameOfPort = (port: JsonObject): string | undefined => textAt(port, 'name') || undefined;

/**
 * Ports are the same by number, protocol and name; then by number and protocol, unless the name of one of them stands in
 * both lists; then by name; at last by number and protocol.
 */
export function matchPorts(lists: Lists): Matches {
  const names = new Set(lists.before.map(nameOfPort));
  const kept = new Set(lists.after.map(nameOfPort).filter((name) => names.has(name)));
  const idOf = (port: JsonObject): string => idOfItem('ports', port);
  const hasKeptName = (port: JsonObject): boolean => {
    const name = nameOfPort(port);
    return name !== undefined && kept.has(name);
  };
  return matchByPasses(lists, [
    { keyOf: canonicalText },
    { keyOf: (port) => JSON.stringify([idOf(port), nameOfPort(port) ?? null]) },
    { keyOf: (port) => (hasKeptName(port) ? undefined : idOf(port)) },
    { keyOf: nameOfPort },
    { keyOf: idOf },
  ]);
}

const ruleKey = (rule: JsonObject, paths: readonly (JsonObject | undefined)[]): string | undefined =>
  paths.length === 0 || paths.includes(undefined)
    ? undefined
    : JSON.stringify([hostOf(rule), ...paths.map((path) => idOfPath(path ?? {})).toSorted()]);

/**
 * Rules are the same by host: of several with one host those with the same paths first, then with the same first or last
 * path. A rule that changed its host and nothing else is still the same, as a guess.
 */
export function matchRules(lists: Lists): Matches {
  return matchByPasses(lists, [
    { keyOf: canonicalText },
    { keyOf: (rule) => ruleKey(rule, pathsOf(rule)) },
    { keyOf: (rule) => ruleKey(rule, [pathsOf(rule)[0]]) },
    { keyOf: (rule) => ruleKey(rule, [pathsOf(rule).at(-1)]) },
    { keyOf: hostOf },
    {
      keyOf: (rule) => (pathsOf(rule).length > 0 ? canonicalText(withoutField(rule, 'host')) : undefined),
      isGuess: true,
    },
  ]);
}

/**
 * Paths of a rule are the same by path and pathType, then by path. One that changed its path and nothing else is still
 * the same, as a guess.
 */
export function matchPaths(lists: Lists): Matches {
  return matchByPasses(lists, [
    { keyOf: canonicalText },
    { keyOf: idOfPath },
    { keyOf: (path) => textAt(path, 'path') },
    { keyOf: (path) => canonicalText(withoutField(path, 'path')), isGuess: true },
  ]);
}

/** TLS entries are the same by Secret and hosts, then by Secret, then by hosts. */
export function matchTls(lists: Lists): Matches {
  return matchByPasses(lists, [
    { keyOf: canonicalText },
    { keyOf: (tls) => textAt(tls, 'secretName') },
    { keyOf: (tls) => (Object.hasOwn(tls, 'hosts') ? canonicalText(tls['hosts']) : undefined) },
  ]);
}
