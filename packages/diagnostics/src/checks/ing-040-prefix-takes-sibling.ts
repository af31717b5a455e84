import { listIngressPaths, type IngressPathPlace, type ServingController } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { findServer } from '../subjects/served-by.ts';

/** A path that begins with the Prefix as a text but is not below it. */
const isCaught = (prefix: string, { path: { path = '' } }: IngressPathPlace): boolean =>
  path.startsWith(prefix) && path.length > prefix.length && path.charAt(prefix.length) !== '/';

const isText = ({ profile, options }: ServingController): boolean =>
  profile === 'f5-nginx' || options.strictPrefixMatching !== true;

/**
 * A Prefix that its controller compares as a text, beside a longer path that begins with the same letters: requests for what
 * that path does not take go to the Prefix. Without such a neighbour nothing is said.
 */
export const ing040: Check<'Ingress'> = {
  id: 'ING-040',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass', 'Deployment', 'DaemonSet'],
  run(ingress, context) {
    const server = findServer(context, ingress, ['f5-nginx', 'traefik']);
    if (server === undefined || !isText(server)) return nothingFound;
    const words = context.words.ing040;
    const paths = listIngressPaths(ingress);
    const findings = paths.flatMap((place) => {
      const { path: prefix = '', pathType } = place.path;
      const sibling = paths.find((other) => other.host === place.host && isCaught(prefix, other));
      const siblingPath = sibling?.path.path;
      const isLoose = pathType === 'Prefix' && !prefix.endsWith('/');
      if (!isLoose || place.ordinal > 0 || siblingPath === undefined) return [];
      return [
        buildFinding(ing040, {
          place: placeOfPath({ ingress }, place),
          row: pathIdOf(place),
          label: words.label(),
          title: words.title(server.profile, prefix, siblingPath),
          happens: words.happens(`${requestOf(place)}${siblingPath.slice(prefix.length)}s`),
          why: words.why(prefix),
          fixes: server.profile === 'traefik' ? [words.strict, words.slash] : [words.slash],
          requests: [requestOf(place)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
