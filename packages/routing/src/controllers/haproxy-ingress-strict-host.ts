import type { HaproxyPath } from './haproxy-ingress-paths.ts';

const isRoot = ({ path }: HaproxyPath): boolean => path === '/';

/**
 * [HAP-5] With `strictHost` every host that has no beginning `/` is given one, which leads to what rules without host have
 * for `/`; without such a rule it has no route, and the default backend is next.
 */
export function withStrictRoots(
  pathsByHost: ReadonlyMap<string, readonly HaproxyPath[]>,
  hosts: readonly string[],
): ReadonlyMap<string, readonly HaproxyPath[]> {
  const anyHost = pathsByHost.get('')?.find(isRoot)?.route;
  const rooted = hosts.flatMap((host): readonly (readonly [string, readonly HaproxyPath[]])[] => {
    const own = pathsByHost.get(host) ?? [];
    if (own.some((each) => isRoot(each) && each.kind === 'begin')) return [];
    const route = anyHost && { ...anyHost, id: `${anyHost.id} of ${host || 'any host'}`, host };
    return [[host, [...own, { kind: 'begin', path: '/', isFirst: false, route }]]];
  });
  return new Map([...pathsByHost, ...rooted]);
}
