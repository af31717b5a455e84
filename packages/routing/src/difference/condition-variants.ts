import type { PathMatcher } from '../engine/path-matcher.ts';
import type { RouteCondition } from '../engine/route-condition.ts';
import type { Route } from '../engine/route.ts';
import type { RoutingRequest } from '../request.ts';
import { samplePattern } from './sample-pattern.ts';

/** What of a request its rules may look at besides host, scheme and path. */
export type RequestPart = Pick<RoutingRequest, 'method' | 'headers' | 'query'>;

/** One thing that a request may have or not; each choice changes the request in its way. */
type Dimension = readonly ((part: RequestPart) => RequestPart)[];

/** Requests that the conditions of some routes tell apart. */
export interface ConditionVariants {
  readonly parts: readonly RequestPart[];
  /** Each condition was tried, but not every one with every other. */
  readonly isCut: boolean;
  /** Patterns were tried by example. */
  readonly isSampled: boolean;
}

const plain: RequestPart = { method: 'GET' };
const same = (part: RequestPart): RequestPart => part;
const mostVariants = 256;

const isWholeText = ({ source }: RegExp): boolean => /^\^(?:[^\\^$.*+?()[\]{}|]|\\[^\w])*\$$/.test(source);

/** One label of a DNS name, as controllers write it where a wildcard is a pattern. */
const label = '^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';

/** The wildcard that a pattern of a host is, with its asterisk; `undefined` for any other pattern. */
function wildcardOf({ source }: RegExp): string | undefined {
  const rest = source.startsWith(label) ? new RegExp(`^${source.slice(label.length)}`) : undefined;
  if (rest === undefined || !isWholeText(rest)) return undefined;
  const [text = ''] = samplesOf(rest);
  return text.startsWith('.') ? `*${text}` : undefined;
}

/** Texts that a pattern matches. */
const samplesOf = (regex: RegExp): readonly string[] =>
  samplePattern(regex.source).filter((text) => regex.test(text));

const withHeader =
  (name: string, value: string) =>
  (part: RequestPart): RequestPart => ({ ...part, headers: { ...part.headers, [name]: value } });

const withQuery =
  (pair: string) =>
  (part: RequestPart): RequestPart => ({
    ...part,
    query: part.query === undefined ? pair : `${part.query}&${pair}`,
  });

function headerDimensions(conditions: readonly RouteCondition[]): readonly Dimension[] {
  const values = new Map<string, Set<string>>();
  for (const condition of conditions) {
    if (condition.kind !== 'header') continue;
    const known = values.get(condition.name) ?? new Set(['other']);
    for (const text of condition.patterns.flatMap(samplesOf)) known.add(text);
    values.set(condition.name, known);
  }
  return [...values].map(([name, texts]) => [same, ...[...texts].map((text) => withHeader(name, text))]);
}

function queryDimensions(conditions: readonly RouteCondition[]): readonly Dimension[] {
  const pairs = new Set(
    conditions.flatMap((condition) =>
      condition.kind === 'query'
        ? condition.pairs.flatMap(({ name, value }) => {
            const [left = 'any'] = name === undefined ? [] : samplesOf(name);
            return samplesOf(value).map((right) => `${left}=${right}`);
          })
        : [],
    ),
  );
  return [...pairs].map((pair) => [same, withQuery(pair)]);
}

function methodDimension(conditions: readonly RouteCondition[]): Dimension {
  const named = new Set(
    conditions.flatMap((condition) => (condition.kind === 'method' ? condition.methods : [])),
  );
  if (named.size === 0) return [same];
  const other = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'OTHER'].find(
    (method) => !named.has(method),
  );
  return [...(other === undefined ? [] : [other]), ...named].map((method) => (part) => ({ ...part, method }));
}

const patternsOf = (condition: RouteCondition): readonly RegExp[] => {
  switch (condition.kind) {
    case 'header':
    case 'host':
      return condition.patterns;
    case 'query':
      return condition.pairs.flatMap(({ name, value }) => (name === undefined ? [value] : [name, value]));
    default:
      return [];
  }
};

/** Hosts that conditions on the host match, wildcards with their asterisks. */
export const listConditionHosts = (routes: readonly Route[]): readonly string[] =>
  routes.flatMap(({ conditions = [] }) =>
    conditions.flatMap((condition) =>
      condition.kind === 'host'
        ? condition.patterns
            .flatMap((pattern) => wildcardOf(pattern) ?? samplesOf(pattern))
            .map((host) => host.toLowerCase())
        : [],
    ),
  );

/** What conditions on the path look at. */
export const listConditionPaths = (routes: readonly Route[]): readonly PathMatcher[] =>
  routes.flatMap(({ conditions = [] }) =>
    conditions.flatMap((condition) =>
      condition.kind === 'path-elsewhere' ? [{ kind: 'text' as const, path: condition.than }] : [],
    ),
  );

/** [DIF-3] Methods, headers and queries that the conditions of some routes tell apart; a plain GET comes first. */
export function listConditionVariants(routes: readonly Route[]): ConditionVariants {
  const conditions = routes.flatMap((route) => route.conditions ?? []);
  if (conditions.length === 0) return { parts: [plain], isCut: false, isSampled: false };
  const dimensions = [
    methodDimension(conditions),
    ...headerDimensions(conditions),
    ...queryDimensions(conditions),
  ];
  const isCut = dimensions.reduce((count, choices) => count * choices.length, 1) > mostVariants;
  const parts = isCut
    ? dimensions.flatMap((choices) => choices.map((choose) => choose(plain)))
    : dimensions.reduce<readonly RequestPart[]>(
        (known, choices) => choices.flatMap((choose) => known.map((part) => choose(part))),
        [plain],
      );
  return {
    parts,
    isCut,
    isSampled: conditions
      .flatMap(patternsOf)
      .some((regex) => !isWholeText(regex) && wildcardOf(regex) === undefined),
  };
}
