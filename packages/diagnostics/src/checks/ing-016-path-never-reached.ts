import type { Ingress } from '@fairlead/kube-objects';
import {
  listIngressPaths,
  type ConflictClaim,
  type IngressPathPlace,
  type RouteConflict,
  type ServingController,
} from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { isClaimOf, listConflictsOf, listLostPaths } from '../subjects/own-conflicts.ts';
import type { UnreachedPath } from '../words/english/ing-016-path-never-reached.ts';

const priorityKey = 'traefik.ingress.kubernetes.io/router.priority';
/** Longer than any rule that Traefik makes of a usual host and path. */
const priority = 10_000;

const requestOfClaim = ({ hostRule, path }: ConflictClaim): string => `${hostRule ?? '*'}${path ?? '/'}`;

/** A priority, where it can take nothing from the other path but its own request. */
function fixFor(
  ingress: Ingress,
  { place, conflict, controller }: Unreached,
  { words }: CheckContext,
): FindingFix {
  const { setPriority, change } = words.ing016;
  const isAlone = listIngressPaths(ingress).length === 1 && !isClaimOf(ingress, conflict.winner);
  return controller.profile === 'traefik' && isAlone && place.path.pathType === 'Exact'
    ? buildEditFix(ingress, { title: setPriority.title(priority), explanation: setPriority.explanation() }, [
        editAnnotation(ingress, priorityKey, `${priority}`),
      ])
    : { title: change.title(), explanation: change.explanation() };
}

interface Unreached {
  readonly place: IngressPathPlace;
  readonly conflict: RouteConflict;
  readonly controller: ServingController;
}

function report(ingress: Ingress, unreached: Unreached, context: CheckContext): Finding {
  const words = context.words.ing016;
  const { place, conflict, controller } = unreached;
  const { winner, url, why, isAssumed } = conflict;
  const facts: UnreachedPath = {
    controller: controller.profile,
    request: requestOf(place),
    pathType: place.path.pathType,
    winner: {
      request: requestOfClaim(winner),
      pathType: winner.pathType ?? '',
      ingress: winner.ingress,
    },
    url,
    why,
    isAssumed,
  };
  const [namespace = '', name = ''] = winner.ingress.split('/');
  return buildFinding(ing016, {
    place: placeOfPath({ ingress }, place),
    row: pathIdOf(place),
    related: isClaimOf(ingress, winner) ? [] : [{ kind: 'Ingress', namespace, name }],
    label: words.label(),
    title: words.title(facts),
    happens: words.happens(facts),
    effectNow: words.effectNow(),
    why: words.why(facts),
    fixes: [fixFor(ingress, unreached, context)],
    requests: [facts.request],
    since: ingress.metadata.creationTimestamp,
  });
}

/**
 * A path that no request reaches because rules of its host, or of others where the controller asks them first, take them all
 * (SPEC CFL-3, CFL-5). Only for controllers that are known: the API's letter leaves the order open.
 */
export const ing016: Check<'Ingress'> = {
  id: 'ING-016',
  severity: 'info',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const controller = context.controllersOf(ingress).find(({ isKnown }) => isKnown);
    if (controller === undefined) return nothingFound;
    const findings = listConflictsOf(context, controller, ingress)
      .filter(({ code }) => code === 'PATH_NEVER_REACHED' || code === 'REGEX_SWALLOWS_HOST')
      .flatMap((conflict) =>
        listLostPaths(ingress, conflict).map((place) =>
          report(ingress, { place, conflict, controller }, context),
        ),
      );
    return findings.length === 0 ? nothingFound : { findings };
  },
};
