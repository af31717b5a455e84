import { listConditionVariants } from '../difference/condition-variants.ts';
import type { HostClass } from '../difference/host-classes.ts';
import { listPathClasses } from '../difference/path-classes.ts';
import { toRequestPaths } from '../difference/request-paths.ts';
import type { Route } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { findRoute, listAskedTables, listTables, takesRequest } from '../engine/find-route.ts';
import { normalizeRequest, type RoutingRequest } from '../request.ts';

/** One request that was tried: which route gets it and which would have taken it. */
export interface Probe {
  readonly url: string;
  readonly winner: Route | undefined;
  readonly claimants: readonly Route[];
  /** Those that may get it as well: nothing promises which is asked. */
  readonly rivals: readonly Route[];
}

/** Everything that was tried of a host. */
export interface HostProbes {
  readonly probes: readonly Probe[];
  /** Patterns were tried by example. */
  readonly isSampled: boolean;
}

/** Whether another route that matches a request might get it as well as the winner. */
const isRival = ({ profile, options }: RoutingIndex, winner: Route, other: Route): boolean =>
  other !== winner &&
  (other.host === winner.host || profile.hostOrder(options) === 'by-priority') &&
  other.priority === winner.priority;

/** Tries every kind of request of a host that its rules tell apart. */
export function probeHost(index: RoutingIndex, { host }: HostClass): HostProbes {
  const { profile } = index;
  const asked = listAskedTables(index, listTables(index, host));
  const routes = asked.flatMap((table) => table.routes);
  const { paths, sampled } = listPathClasses(routes.map(({ matcher }) => matcher));
  const variants = listConditionVariants(routes);
  const isSchemeAsked = profile.isOpen !== undefined || routes.some(({ scheme }) => scheme !== undefined);
  const schemes = isSchemeAsked ? (['http', 'https'] as const) : (['http'] as const);
  const probe = (request: RoutingRequest): Probe => {
    const normalized = normalizeRequest(request);
    const path = profile.normalizePath(normalized.path) ?? normalized.path;
    const route = findRoute(index, normalized, path);
    const claimants = routes.filter((each) => takesRequest(each, path, normalized));
    return {
      url: `${request.scheme}://${host}${request.path}`,
      winner: route,
      claimants,
      rivals: route === undefined ? [] : claimants.filter((each) => isRival(index, route, each)),
    };
  };
  const probes = toRequestPaths([profile], paths).flatMap((path) =>
    variants.parts.flatMap((part) => schemes.map((scheme) => probe({ ...part, scheme, host, path }))),
  );
  return { probes, isSampled: sampled.length > 0 || variants.isSampled || variants.isCut };
}
