import type { Ingress } from '@fairlead/kube-objects';
import type { DroppedRoute } from '../controllers/routing-profile.ts';
import type { NormalizedRequest } from '../request.ts';
import type { BackendTarget } from './backend-target.ts';
import { hostKeyOf, takesRequest } from './find-route.ts';
import type { RoutingIndex } from './routing-index.ts';
import type { Selection } from './select-route.ts';

/** The hosts of rules that a request may belong to, whether the controller has made tables of them or not. */
function listHosts(index: RoutingIndex, request: NormalizedRequest): readonly string[] {
  const host = hostKeyOf(index, request);
  const wildcards: string[] = [];
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    wildcards.push(`*${host.slice(dot)}`);
    if (!index.profile.hasDeepWildcards) break;
  }
  return [host, ...wildcards, ''];
}

/** Rules that would take a request, had the controller put them into its table. */
export const listDropped = (
  index: RoutingIndex,
  request: NormalizedRequest,
  path: string,
): readonly DroppedRoute[] =>
  index.droppedByHost.size === 0
    ? []
    : listHosts(index, request)
        .flatMap((host) => index.droppedByHost.get(host) ?? [])
        .filter(({ route }) => takesRequest(route, path, request));

/** A rule that would take a request, and what is wrong with its backend. */
export interface UnbuiltRule {
  readonly ingress: Ingress;
  readonly target: Extract<BackendTarget, { kind: 'failed' }>;
}

/** [TRC-10] The rule that would take the request, had its backend not kept it out of the table. */
export function findUnbuilt(
  index: RoutingIndex,
  request: NormalizedRequest,
  { path }: Pick<Selection, 'path'>,
): UnbuiltRule | undefined {
  if (path === undefined) return undefined;
  for (const { route, reason } of listDropped(index, request, path)) {
    if (reason !== 'ROUTE_NOT_BUILT') continue;
    const target = index.targetOf(route);
    if (target.kind === 'failed') return { ingress: route.ingress, target };
  }
  return undefined;
}
