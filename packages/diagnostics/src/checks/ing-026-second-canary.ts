import { refOf } from '@fairlead/kube-objects';
import { listIngressPaths } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { findCanaryBefore, isCanary, isSameRule, listMainPaths } from '../subjects/nginx-canary.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { findServer } from '../subjects/served-by.ts';

/** A second canary of ingress-nginx for the same rule; told at the one that is not asked. */
export const ing026: Check<'Ingress'> = {
  id: 'ING-026',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (!isCanary(ingress)) return nothingFound;
    const server = findServer(context, ingress, ['ingress-nginx']);
    if (server === undefined) return nothingFound;
    const words = context.words.ing026;
    const mine = fullNameOf(refOf(ingress));
    const findings = listIngressPaths(ingress).flatMap((place) => {
      const first = findCanaryBefore(context, server, { ingress, place });
      if (first === undefined) return [];
      if (!listMainPaths(context, server, place.host).some((main) => isSameRule(main, place))) return [];
      const theirs = fullNameOf(refOf(first));
      const request = requestOf(place);
      return [
        buildFinding(ing026, {
          place: placeOfPath({ ingress }, place),
          row: pathIdOf(place),
          related: [refOf(first)],
          label: words.label(theirs),
          title: words.title(theirs, mine, request),
          happens: words.happens(theirs, mine),
          effectNow: words.effectNow(),
          why: words.why(request, theirs),
          fixes: [{ title: words.removeOne.title(), explanation: words.removeOne.explanation() }],
          requests: [request],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
