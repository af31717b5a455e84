import type { HttpIngressPath, Ingress, IngressBackend } from '@fairlead/kube-objects';
import { elementsMatcher, patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { RouteCondition } from '../engine/route-condition.ts';
import type { Route } from '../engine/route.ts';
import { albAnnotation } from './alb-groups.ts';
import { escapeText, globPattern } from './alb-patterns.ts';
import { listRulePaths, toRoute, type RulePath } from './list-rules.ts';
import { parseAlbConditions, type AlbCondition } from './parse-alb-annotation.ts';

/** A rule of a listener: its route and the hosts that it asks for, none for any. */
export interface AlbRule {
  readonly route: Route;
  readonly hosts: readonly string[];
}

const ranks: ReadonlyMap<string, number> = new Map([
  ['Exact', 2],
  ['Prefix', 1],
]);
const rankOf = ({ pathType }: HttpIngressPath): number => ranks.get(pathType) ?? 0;

/** [ALB-3] Exact, then Prefix from the longest on, then the rest as written. */
function comparePaths(a: HttpIngressPath, b: HttpIngressPath): number {
  const byRank = rankOf(b) - rankOf(a);
  if (byRank !== 0 || a.pathType !== 'Prefix') return byRank;
  return (b.path ?? '').length - (a.path ?? '').length;
}

const ruleIndexOf = ({ id }: RulePath): number => Number(id.split(' ')[1]);

/** [ALB-3] [ALB-4] The paths of an Ingress, rule by rule. */
export const listOrderedPaths = (ingress: Ingress): readonly RulePath[] =>
  listRulePaths([ingress]).toSorted(
    (a, b) => ruleIndexOf(a) - ruleIndexOf(b) || comparePaths(a.path, b.path),
  );

const isRegex = (ingress: Ingress, { pathType }: HttpIngressPath): boolean =>
  pathType === 'ImplementationSpecific' && albAnnotation(ingress, 'use-regex-path-match') === 'true';

/** [ALB-9] One asterisk at the end is the beginning of a text. */
function globMatcher(path: string): PathMatcher {
  if (!/[*?]/.test(path)) return { kind: 'exact', path };
  const start = path.slice(0, -1);
  return path.endsWith('*') && !/[*?]/.test(start)
    ? { kind: 'text', path: start }
    : { kind: 'pattern', regex: globPattern(path) };
}

/** [ALB-9] [ALB-10] What a path matches; `undefined`: the controller refuses it. */
function matcherOf(ingress: Ingress, rulePath: HttpIngressPath): PathMatcher | undefined {
  const { path = '', pathType } = rulePath;
  if (path === '') return { kind: 'everything' };
  if (isRegex(ingress, rulePath)) return patternMatcher(path.replace(/^\//, ''));
  if (pathType !== 'Exact' && pathType !== 'Prefix') return globMatcher(path);
  if (/[*?]/.test(path)) return undefined;
  return pathType === 'Exact' ? { kind: 'exact', path } : elementsMatcher(path);
}

function sourceOf(matcher: PathMatcher): string {
  switch (matcher.kind) {
    case 'everything':
      return '';
    case 'exact':
      return `^${escapeText(matcher.path)}$`;
    case 'elements':
      return `^${escapeText(matcher.path)}(?:/|$)`;
    case 'text':
    case 'text-any-case':
      return `^${escapeText(matcher.path)}`;
    case 'pattern':
      return matcher.regex.source;
  }
}

/** [ALB-12] A path or any of the patterns that its conditions add; these alone where the rule has no path. */
function widenedBy(
  matcher: PathMatcher,
  patterns: readonly string[],
  { path = '' }: HttpIngressPath,
): PathMatcher {
  if (patterns.length === 0) return matcher;
  const globs = patterns.map((pattern) => globPattern(pattern).source);
  const sources = path === '' ? globs : [sourceOf(matcher), ...globs];
  return { kind: 'pattern', regex: new RegExp(sources.map((source) => `(?:${source})`).join('|'), 's') };
}

/** [ALB-12] A condition that is about neither host nor path. */
function toRouteCondition({ field, headerName, values, pairs }: AlbCondition): readonly RouteCondition[] {
  switch (field) {
    case 'http-request-method':
      return [{ kind: 'method', methods: values.map((value) => value.toUpperCase()) }];
    case 'http-header': {
      const patterns = values.map((value) => globPattern(value, 'i'));
      return [{ kind: 'header', name: headerName.toLowerCase(), patterns }];
    }
    case 'query-string':
      return [
        {
          kind: 'query',
          pairs: pairs.map(({ key, value }) => ({
            name: key === undefined ? undefined : globPattern(key, 'i'),
            value: globPattern(value, 'i'),
          })),
        },
      ];
    case 'source-ip':
      return [{ kind: 'source' }];
    default:
      return [];
  }
}

const conditionsOf = (ingress: Ingress, { service }: IngressBackend): readonly AlbCondition[] | undefined => {
  const text = albAnnotation(ingress, `conditions.${service?.name ?? ''}`);
  return text === undefined ? [] : parseAlbConditions(text);
};

/** The rule that a path becomes; `undefined`: the controller refuses it. */
export function toAlbRule(rulePath: RulePath): AlbRule | undefined {
  const { ingress, path, host } = rulePath;
  const asked = conditionsOf(ingress, path.backend);
  const matcher = matcherOf(ingress, path);
  if (asked === undefined || matcher === undefined) return undefined;
  const valuesOf = (field: string): readonly string[] =>
    asked.filter((each) => each.field === field).flatMap(({ values }) => values);
  const conditions = asked.flatMap(toRouteCondition);
  const route = toRoute(rulePath, {
    matcher: widenedBy(matcher, valuesOf('path-pattern'), path),
    priority: 0,
    isAssumed: isRegex(ingress, path) || conditions.some(({ kind }) => kind === 'source'),
  });
  return {
    hosts: [...(host === '' ? [] : [host]), ...valuesOf('host-header').map((value) => value.toLowerCase())],
    route: conditions.length === 0 ? route : { ...route, conditions },
  };
}
