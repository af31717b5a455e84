import { keyOf, refOf, type Ingress } from '@fairlead/kube-objects';
import { isNginxFlagSet, listIngressPaths, nginxAnnotation, type IngressPathPlace } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { isCanary } from '../subjects/nginx-canary.ts';
import { listTableHosts } from '../subjects/own-breakers.ts';
import { findServer } from '../subjects/served-by.ts';

/** A rewrite to the path's own text is none (SPEC NGX-9). */
function asksForPatterns(ingress: Ingress, host: string): boolean {
  if (isCanary(ingress)) return false;
  const target = nginxAnnotation(ingress, 'rewrite-target');
  return listIngressPaths(ingress)
    .filter((place) => place.host.toLowerCase() === host)
    .some(
      ({ path }) =>
        isNginxFlagSet(ingress, 'use-regex') === true ||
        (target !== undefined && target !== (path.path || '/')),
    );
}

/** `/` takes everything in either way, as a Prefix. */
const isConcerned = ({ path: { path = '', pathType } }: IngressPathPlace): boolean =>
  (pathType === 'Exact' || pathType === 'Prefix') &&
  !(pathType === 'Prefix' && path.replace(/\/+$/, '') === '');

/** ingress-nginx: plain paths of a host that another Ingress makes a host of patterns; told once for each host. */
export const ing021: Check<'Ingress'> = {
  id: 'ING-021',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (isCanary(ingress)) return nothingFound;
    const server = findServer(context, ingress, ['ingress-nginx']);
    if (server === undefined) return nothingFound;
    const words = context.words.ing021;
    const findings = listTableHosts(ingress).flatMap((host) => {
      const places = listIngressPaths(ingress).filter(
        (place) => place.host.toLowerCase() === host && isConcerned(place),
      );
      const [first] = places;
      if (first === undefined || asksForPatterns(ingress, host)) return [];
      const causes = context
        .ingressesAt(server, host)
        .filter((other) => keyOf(other) !== keyOf(ingress) && asksForPatterns(other, host));
      if (causes.length === 0) return [];
      const facts = {
        host: host || '*',
        causes: causes.map((cause) => fullNameOf(refOf(cause))),
        paths: places.map(({ path: { path = '', pathType } }) => ({ path: path || '/', pathType })),
      };
      return [
        buildFinding(ing021, {
          place: placeOfPath({ ingress }, first),
          row: pathIdOf(first),
          related: causes.map((cause) => refOf(cause)),
          label: words.label(facts),
          title: words.title(facts),
          happens: words.happens(facts),
          effectNow: words.effectNow(),
          why: words.why(),
          fixes: [
            { title: words.split.title(facts), explanation: words.split.explanation() },
            { title: words.anchor.title(), explanation: words.anchor.explanation() },
          ],
          requests: places.map(requestOf),
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return findings.length === 0 ? nothingFound : { findings };
  },
};
