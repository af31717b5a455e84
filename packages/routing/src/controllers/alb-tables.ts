import type { RouteCondition } from '../engine/route-condition.ts';
import type { Route } from '../engine/route.ts';
import { globPattern } from './alb-patterns.ts';
import type { AlbRule } from './alb-rules.ts';

/** The rules of a load balancer by the hosts that they ask for. */
export interface AlbRuleIndex {
  readonly rules: readonly AlbRule[];
  /** Places of rules by a host, or by a wildcard for the first label, letter by letter. */
  readonly byHost: ReadonlyMap<string, readonly number[]>;
  /** Places of rules for any host. */
  readonly forAny: readonly number[];
  /** Rules with other wildcards, which no table has for its host. */
  readonly byPattern: readonly { readonly place: number; readonly patterns: readonly RegExp[] }[];
}

/** Whether a host can be looked up: without wildcards but for a whole first label. */
const isTableHost = (host: string): boolean => !/[*?]/.test(host.replace(/^\*\./, ''));

export function indexAlbRules(rules: readonly AlbRule[]): AlbRuleIndex {
  const byHost = new Map<string, number[]>();
  const forAny: number[] = [];
  const byPattern: { place: number; patterns: readonly RegExp[] }[] = [];
  for (const [place, { hosts }] of rules.entries()) {
    if (hosts.length === 0) forAny.push(place);
    for (const host of hosts.filter(isTableHost)) {
      const known = byHost.get(host);
      if (known === undefined) byHost.set(host, [place]);
      else known.push(place);
    }
    const patterns = hosts.filter((host) => !isTableHost(host)).map((host) => globPattern(host, 'i'));
    if (patterns.length > 0) byPattern.push({ place, patterns });
  }
  return { rules, byHost, forAny, byPattern };
}

/** Hosts that a load balancer has a table for; empty for any host. */
export const listTableHosts = ({ byHost, forAny, byPattern }: AlbRuleIndex): readonly string[] => [
  ...byHost.keys(),
  ...(forAny.length > 0 || byPattern.length > 0 ? [''] : []),
];

/** The host and every wildcard above it: `*` stands for any number of labels. */
function listCoveringHosts(table: string): readonly string[] {
  const hosts = [table];
  for (let dot = table.indexOf('.'); dot !== -1; dot = table.indexOf('.', dot + 1))
    hosts.push(`*${table.slice(dot)}`);
  return [...new Set(hosts)];
}

interface Place {
  readonly place: number;
  readonly condition?: RouteCondition;
}

/** Rules with other wildcards: in the table of a host that they match, and in wider tables for what they match there. */
const listPatternPlaces = ({ byPattern }: AlbRuleIndex, table: string): readonly Place[] =>
  byPattern.flatMap(({ place, patterns }): readonly Place[] => {
    if (table === '' || table.startsWith('*.')) return [{ place, condition: { kind: 'host', patterns } }];
    return patterns.some((pattern) => pattern.test(table)) ? [{ place }] : [];
  });

function toTableRoute({ route }: AlbRule, table: string, condition: RouteCondition | undefined): Route {
  const id = route.host === table ? route.id : `${route.id} for ${table === '' ? 'any' : table}`;
  const conditions = [...(route.conditions ?? []), ...(condition === undefined ? [] : [condition])];
  return { ...route, id, host: table, ...(conditions.length === 0 ? {} : { conditions }) };
}

/** [ALB-7] [ALB-8] The rules that are asked for requests of a table's host, in their order. */
export function listTableRoutes(index: AlbRuleIndex, table: string): readonly Route[] {
  const { rules, byHost, forAny } = index;
  const places = new Map<number, RouteCondition | undefined>(
    listPatternPlaces(index, table).map(({ place, condition }) => [place, condition]),
  );
  for (const host of listCoveringHosts(table))
    for (const place of byHost.get(host) ?? []) places.set(place, undefined);
  for (const place of forAny) places.set(place, undefined);
  return [...places]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, condition]) => {
      const rule = rules[place];
      return rule === undefined ? [] : [toTableRoute(rule, table, condition)];
    });
}
