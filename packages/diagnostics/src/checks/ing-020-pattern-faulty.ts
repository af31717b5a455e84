import type { Ingress } from '@fairlead/kube-objects';
import {
  findPathPattern,
  findPatternFault,
  isNginxFlagSet,
  listIngressPaths,
  nginxAnnotation,
  type IngressPathPlace,
  type PatternFault,
  type ServingController,
} from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { listOwnBreakers } from '../subjects/own-breakers.ts';
import { findServer } from '../subjects/served-by.ts';

interface Faulty {
  readonly place: IngressPathPlace;
  readonly pattern: string;
  readonly fault: PatternFault;
}

function listFaulty(context: CheckContext, server: ServingController, ingress: Ingress): readonly Faulty[] {
  const places = listIngressPaths(ingress);
  if (server.profile !== 'ingress-nginx')
    return places.flatMap((place) => {
      const pattern = findPathPattern(server.profile, ingress, place.path);
      const fault = pattern === undefined ? undefined : findPatternFault(pattern);
      return pattern === undefined || fault === undefined ? [] : [{ place, pattern, fault }];
    });
  const broken = listOwnBreakers(context, server, ingress).filter(({ code }) => code === 'PATTERN_FAULTY');
  return places.flatMap((place) => {
    const isBroken = broken.some(
      ({ at }) => at.ruleIndex === place.ruleIndex && at.pathIndex === place.pathIndex,
    );
    const { path: pattern = '' } = place.path;
    const fault = isBroken ? findPatternFault(pattern) : undefined;
    return fault === undefined ? [] : [{ place, pattern, fault }];
  });
}

const asksForPatterns = (ingress: Ingress): boolean =>
  isNginxFlagSet(ingress, 'use-regex') === true || nginxAnnotation(ingress, 'rewrite-target') !== undefined;

/**
 * A path that its controller reads as a regular expression and that is none, as far as all kinds of expressions agree
 * (SPEC BRK-4, BRK-7). With ingress-nginx it stops every change, as ING-055 does.
 */
export const ing020: Check<'Ingress'> = {
  id: 'ING-020',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const server = findServer(context, ingress, [
      'ingress-nginx',
      'contour',
      'haproxy-ingress',
      'kong',
      'traefik',
    ]);
    if (server === undefined) return nothingFound;
    const words = context.words.ing020;
    const findings = listFaulty(context, server, ingress).map(({ place, pattern, fault }): Finding => {
      const isOfOthers = server.profile === 'ingress-nginx' && !asksForPatterns(ingress);
      return buildFinding(ing020, {
        place: placeOfPath({ ingress }, place),
        row: pathIdOf(place),
        label: words.label(),
        title: words.title(pattern, fault),
        happens: words.happens(server.profile, requestOf(place)),
        effectNow: words.effectNow(server.profile),
        why: words.why(server.profile, isOfOthers),
        fixes: [{ title: words.repair.title(), explanation: words.repair.explanation() }],
        requests: [requestOf(place)],
        since: ingress.metadata.creationTimestamp,
      });
    });
    return findings.length === 0 ? nothingFound : { findings };
  },
};
