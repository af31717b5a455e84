import type { Ingress, ObjectReader } from '@fairlead/kube-objects';
import { findProfile } from '../controllers/find-profile.ts';
import type { ControllerOptions } from '../controllers/options.ts';
import type { ProfileName, RoutingProfile } from '../controllers/routing-profile.ts';
import { buildIndexOf } from '../engine/routing-index.ts';
import { isRuleHostNear } from './near-hosts.ts';
import { listRouteConflicts } from './list-route-conflicts.ts';
import type { RouteConflict } from './route-conflict.ts';

/** A controller as far as it decides about a host. */
export interface HostController {
  readonly profile: ProfileName;
  readonly options: ControllerOptions;
}

/** Which Ingresses it takes has been asked before. */
const takingAll = (profile: RoutingProfile): RoutingProfile => ({
  ...profile,
  findClass: () => ({ isTaken: true }),
});

const narrow = (ingress: Ingress, host: string): Ingress => ({
  ...ingress,
  spec: {
    ...ingress.spec,
    rules: (ingress.spec.rules ?? []).filter((rule) => isRuleHostNear(rule.host ?? '', host)),
  },
});

/**
 * [CFL-7] The conflicts at one host, in lower case, where `ingresses` are all those that the controller takes with a rule for
 * it, for a wildcard above it or for any host. That a Service has no endpoints does not count: rules stand in each other's
 * way all the same.
 */
export function listHostConflicts(
  reader: ObjectReader,
  { profile, options }: HostController,
  { host, ingresses }: { readonly host: string; readonly ingresses: readonly Ingress[] },
): readonly RouteConflict[] {
  const index = buildIndexOf(
    { reader },
    ingresses.map((ingress) => narrow(ingress, host)),
    { profile: takingAll(findProfile(profile)), options: { ...options, allowEmptyServices: true } },
  );
  return listRouteConflicts(index).filter((conflict) => conflict.host === host);
}
