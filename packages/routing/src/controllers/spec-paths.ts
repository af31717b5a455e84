import type { HttpIngressPath } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { specMatcher, toRoute, type RulePath } from './list-rules.ts';

/** What no URL can hold, and bytes that are no ASCII. */
const beyondAscii = /[^\x21-\x7e\ud800-\udfff]|%[89a-f][0-9a-f]/giu;

/** [TRC-22] A path as a client has to write it. */
export const toUrlPath = (path: string): string =>
  path.replaceAll(beyondAscii, (found) =>
    found.startsWith('%') ? found.toUpperCase() : encodeURIComponent(found),
  );

/** [TRC-7] Longer paths first, of equally long ones Exact, then Prefix, then the rest. */
export function specPriority(path: string, pathType: string): number {
  const rank = pathType === 'Exact' ? 2 : pathType === 'Prefix' ? 1 : 0;
  return path.length * 4 + rank;
}

/** [TRC-6] [TRC-22] */
const isOpen = ({ path = '', pathType }: HttpIngressPath): boolean =>
  (pathType === 'ImplementationSpecific' && path !== '' && path !== '/') || path.search(beyondAscii) !== -1;

function toSpecRoute(rule: RulePath): Route {
  const { path = '', pathType } = rule.path;
  return toRoute(rule, {
    matcher: specMatcher({ ...rule.path, path: toUrlPath(path) }),
    priority: specPriority(path, pathType),
    isAssumed: isOpen(rule.path),
  });
}

/** [TRC-23] Where a Prefix is an Exact path and a slash, which of them that path itself goes to is an assumption. */
export function toSpecRoutes(rules: readonly RulePath[]): readonly Route[] {
  const exact = new Set(
    rules.flatMap(({ host, path }) => (path.pathType === 'Exact' ? [`${host} ${path.path ?? ''}/`] : [])),
  );
  return rules.map(toSpecRoute).flatMap((route) => {
    const { host, path, pathType, matcher } = route;
    if (pathType !== 'Prefix' || matcher.kind !== 'elements' || !exact.has(`${host} ${path ?? ''}`))
      return [route];
    const { priority } = route;
    const own: Route = {
      ...route,
      id: `${route.id} slash`,
      matcher: { ...matcher, kind: 'exact' },
      isAssumed: true,
    };
    return [{ ...own, priority: priority + 0.5 }, route];
  });
}
