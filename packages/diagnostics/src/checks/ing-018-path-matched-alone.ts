import type { HttpIngressPath, Ingress } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { listIngressPaths, type IngressPathPlace, type ProfileName } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { editPathType } from '../subjects/edit-path-type.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { findServer } from '../subjects/served-by.ts';

const albRegex = 'alb.ingress.kubernetes.io/use-regex-path-match';

/** A file, as in `/robots.txt`, is meant alone. */
const isFile = (path: string): boolean => /[^/]\.[^/.]+$/.test(path);

/** The pattern for what lies below the path stands beside it: together they are meant. */
const hasBelow = (paths: readonly IngressPathPlace[], { host, path }: IngressPathPlace): boolean =>
  paths.some(
    (other) =>
      other.host === host &&
      (other.path.path === `${(path.path ?? '').replace(/\/$/, '')}/*` || other.path.path === '/*'),
  );

const isLiteral = ({ path = '', pathType }: HttpIngressPath): boolean =>
  pathType === 'ImplementationSpecific' && path !== '' && !/[*?]/.test(path) && !isFile(path);

function listAlone(ingress: Ingress, profile: ProfileName): readonly IngressPathPlace[] {
  if (profile === 'alb' && labelValue(ingress.metadata.annotations, albRegex) === 'true') return [];
  const paths = listIngressPaths(ingress);
  return paths.filter((place) => isLiteral(place.path) && !hasBelow(paths, place));
}

/** On the load balancers of AWS and Google an ImplementationSpecific path without asterisk is that path alone. */
export const ing018: Check<'Ingress'> = {
  id: 'ING-018',
  severity: 'warning',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const server = findServer(context, ingress, ['alb', 'gce']);
    if (server === undefined) return nothingFound;
    const words = context.words.ing018;
    const findings = listAlone(ingress, server.profile).map((place) => {
      const { path = '' } = place.path;
      return buildFinding(ing018, {
        place: placeOfPath({ ingress }, place),
        row: pathIdOf(place),
        label: words.label(path),
        title: words.title(server.profile, path),
        happens: words.happens(requestOf(place)),
        effectNow: words.effectNow(path),
        why: words.why(server.profile),
        fixes: [
          buildEditFix(
            ingress,
            { title: words.usePrefix.title, explanation: words.usePrefix.explanation(path) },
            [editPathType(place, 'Prefix')],
          ),
        ],
        requests: [requestOf(place)],
        since: ingress.metadata.creationTimestamp,
      });
    });
    return { findings };
  },
};
