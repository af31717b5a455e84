import type { RoutingProfile } from '../controllers/routing-profile.ts';
import type { NormalizedRequest } from '../request.ts';
import type { Trace, TraceShare } from '../trace.ts';
import type { BackendTarget } from './backend-target.ts';
import type { Outcome } from './decide-outcome.ts';
import { ingressIdOf, type Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';

export type Destination = Pick<Trace, 'service' | 'servicePort' | 'endpoints' | 'pods' | 'externalName'>;

const noDestination: Destination = { service: null, servicePort: null, endpoints: [], pods: [] };

/** `namespace/name` of the Service that a route's backend names. */
export function serviceIdOf({ ingress, backend }: Pick<Route, 'ingress' | 'backend'>): string | null {
  return backend.service === undefined ? null : `${ingress.metadata.namespace ?? ''}/${backend.service.name}`;
}

const addressOf = (address: string, port: number | undefined): string =>
  `${address.includes(':') ? `[${address}]` : address}${port === undefined ? '' : `:${port}`}`;

function buildDestination(route: Pick<Route, 'ingress' | 'backend'>, target: BackendTarget): Destination {
  const named = { ...noDestination, service: serviceIdOf(route) };
  switch (target.kind) {
    case 'failed':
      return { ...named, servicePort: target.port?.port ?? null };
    case 'external':
      return { ...named, servicePort: target.port ?? null, externalName: target.externalName };
    case 'ready': {
      const pods = target.endpoints.flatMap(({ pod }) =>
        pod === undefined ? [] : [`${pod.metadata.namespace ?? ''}/${pod.metadata.name}`],
      );
      return {
        ...named,
        servicePort: target.port.port,
        endpoints: target.endpoints.map(({ address, port }) => addressOf(address, port)),
        pods: [...new Set(pods)],
      };
    }
  }
}

const known = new WeakMap<BackendTarget, Destination>();

/** What stands behind a route, by name. Written down once for each backend. */
export function destinationOfRoute(
  route: Pick<Route, 'ingress' | 'backend'>,
  target: BackendTarget,
): Destination {
  const remembered = known.get(target);
  if (remembered !== undefined) return remembered;
  const destination = buildDestination(route, target);
  known.set(target, destination);
  return destination;
}

/** Where an outcome leads, by name: nowhere for a redirect. */
export const destinationOf = ({ result, route, target }: Outcome): Destination =>
  route === undefined || result === 'redirect' || target === undefined
    ? noDestination
    : destinationOfRoute(route, target);

/** [TRC-16] Both shares of a route with a canary that gets some of the requests. */
export function splitOf({ route, canaryShare }: Outcome): readonly TraceShare[] | undefined {
  if (route?.canary === undefined || canaryShare === 0 || canaryShare === 1) return undefined;
  const weight = Math.round(canaryShare * 100);
  const { canary } = route;
  return [
    { ingress: ingressIdOf(route.ingress), service: serviceIdOf(route), weight: 100 - weight },
    { ingress: ingressIdOf(canary.ingress), service: serviceIdOf(canary), weight },
  ];
}

/** The path that a backend receives. */
export function receivedPathOf(
  profile: RoutingProfile,
  request: NormalizedRequest,
  { route, path }: { readonly route: Route; readonly path: string },
): string {
  return profile.rewrite?.(route, path) ?? profile.forwardedPath?.(request.path) ?? request.path;
}

/** The path that the backend receives where that is not the client's; also where a canary is asked, by the route's own Ingress. */
export function rewrittenPathOf(
  { profile }: RoutingIndex,
  request: NormalizedRequest,
  { result, selection }: Outcome,
): string | undefined {
  const { route, path = request.path } = selection;
  if (route === undefined || (result !== 'ok' && result !== 'external')) return undefined;
  const received = receivedPathOf(profile, request, { route, path });
  return received === request.path ? undefined : received;
}
