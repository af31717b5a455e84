import type { NormalizedRequest } from '../request.ts';

/** What a route asks of a request besides its host's table, scheme and path; any one of the values is enough. */
export type RouteCondition =
  /** Of the whole host. */
  | { readonly kind: 'host'; readonly patterns: readonly RegExp[] }
  /** Upper case. */
  | { readonly kind: 'method'; readonly methods: readonly string[] }
  /** `name` in lower case. */
  | { readonly kind: 'header'; readonly name: string; readonly patterns: readonly RegExp[] }
  /** A parameter of the query; without a name any value or a name without value. */
  | { readonly kind: 'query'; readonly pairs: readonly QueryPair[] }
  /** Of paths that do not begin with the text. */
  | { readonly kind: 'path-elsewhere'; readonly than: string }
  /** Of the client: never known. */
  | { readonly kind: 'source' };

export interface QueryPair {
  readonly name: RegExp | undefined;
  readonly value: RegExp;
}

function meetsQuery(pairs: readonly QueryPair[], query: string): boolean {
  const given = query.split('&').map((parameter) => {
    const [name = '', ...value] = parameter.split('=');
    return { name, value: value.join('=') };
  });
  return pairs.some(({ name, value }) =>
    given.some((each) =>
      name === undefined
        ? value.test(each.value) || (each.value === '' && value.test(each.name))
        : name.test(each.name) && value.test(each.value),
    ),
  );
}

function meetsCondition(condition: RouteCondition, request: NormalizedRequest): boolean {
  switch (condition.kind) {
    case 'host':
      return condition.patterns.some((pattern) => pattern.test(request.host));
    case 'method':
      return condition.methods.includes(request.method);
    case 'header': {
      const value = request.headers.get(condition.name);
      return value !== undefined && condition.patterns.some((pattern) => pattern.test(value));
    }
    case 'query':
      return meetsQuery(condition.pairs, request.query);
    case 'path-elsewhere':
      return !request.path.startsWith(condition.than);
    case 'source':
      return true;
  }
}

/** [TRC-20] Whether a request meets every condition; one about the client's address counts as met. */
export const meetsConditions = (conditions: readonly RouteCondition[], request: NormalizedRequest): boolean =>
  conditions.every((condition) => meetsCondition(condition, request));
