import type { Ingress } from '@fairlead/kube-objects';
import {
  listIngressPaths,
  type ConflictClaim,
  type IngressPathPlace,
  type RouteConflict,
  type ServingController,
} from '@fairlead/routing';
import type { CheckContext } from '../check.ts';
import { listTableHosts } from './own-breakers.ts';

const claimsOf = ({ metadata }: Ingress): string => `${metadata.namespace ?? ''}/${metadata.name}`;

export const isClaimOf = (ingress: Ingress, claim: ConflictClaim): boolean =>
  claim.ingress === claimsOf(ingress);

/** The conflicts at the hosts of the Ingress, whoever is in whose way. */
export const listConflictsOf = (
  context: CheckContext,
  controller: ServingController,
  ingress: Ingress,
): readonly RouteConflict[] =>
  listTableHosts(ingress).flatMap((host) => context.conflictsAt(controller, host));

/** The paths of the Ingress that a conflict is about, where it loses; each once. */
export const listLostPaths = (ingress: Ingress, { losers }: RouteConflict): readonly IngressPathPlace[] => {
  const own = losers.filter((claim) => isClaimOf(ingress, claim));
  return listIngressPaths(ingress).filter((place) =>
    own.some(
      ({ hostRule, path, pathType }) =>
        (hostRule ?? '') === place.host.toLowerCase() &&
        (path ?? '') === (place.path.path ?? '') &&
        pathType === place.path.pathType,
    ),
  );
};
