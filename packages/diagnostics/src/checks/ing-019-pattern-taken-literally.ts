import type { ObjectEdit } from '@fairlead/edits';
import type { Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, type IngressPathPlace, type ProfileName } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import type { Check } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { editPathType } from '../subjects/edit-path-type.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import type { CheckWords } from '../words/check-words.ts';

const patternSigns = /[()[\]*+?|^$\\]/;

/** What an ImplementationSpecific path needs besides to be a pattern; with Contour nothing. */
const switches: Readonly<Partial<Record<ProfileName, readonly [key: string, value: string] | 'none'>>> = {
  'ingress-nginx': ['nginx.ingress.kubernetes.io/use-regex', 'true'],
  'haproxy-ingress': ['haproxy-ingress.github.io/path-type', 'regex'],
  traefik: ['traefik.ingress.kubernetes.io/router.pathmatcher', 'PathRegexp'],
  contour: 'none',
};

/** The load balancers know asterisks and question marks, but no patterns. */
const isGlob = ({ path: { path = '' } }: IngressPathPlace): boolean => !/[()[\]+|^$\\]/.test(path);

function listPatternEdits(
  ingress: Ingress,
  place: IngressPathPlace,
  profile: ProfileName,
): readonly ObjectEdit[] | undefined {
  const edit = editPathType(place, 'ImplementationSpecific');
  if (profile === 'alb' && isGlob(place)) return [edit];
  const needed = switches[profile];
  if (needed === undefined || listIngressPaths(ingress).length !== 1) return undefined;
  return needed === 'none' ? [edit] : [editAnnotation(ingress, ...needed), edit];
}

function fixFor(
  ingress: Ingress,
  place: IngressPathPlace,
  { profile, words }: { readonly profile: ProfileName; readonly words: CheckWords['ing019'] },
): FindingFix {
  const edits = listPatternEdits(ingress, place, profile);
  const shown = { title: words.usePattern.title, explanation: words.usePattern.explanation(profile) };
  return edits === undefined ? shown : buildEditFix(ingress, shown, edits);
}

/** A path of type Exact or Prefix that has signs of a pattern: it is compared letter by letter. */
export const ing019: Check<'Ingress'> = {
  id: 'ING-019',
  severity: 'warning',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress'],
  run(ingress, context) {
    const words = context.words.ing019;
    const places = listIngressPaths(ingress).filter(
      ({ path: { path = '', pathType } }) =>
        (pathType === 'Exact' || pathType === 'Prefix') && patternSigns.test(path),
    );
    if (places.length === 0) return { findings: [] };
    const [server] = context.controllersOf(ingress).filter(({ isKnown }) => isKnown);
    const profile = server?.profile ?? 'spec';
    const findings = places.map((place): Finding => {
      const { path = '', pathType } = place.path;
      return buildFinding(ing019, {
        place: placeOfPath({ ingress }, place),
        row: pathIdOf(place),
        label: words.label(pathType),
        title: words.title(path, pathType),
        happens: words.happens(requestOf(place), profile),
        effectNow: words.effectNow(),
        why: words.why(pathType, profile),
        fixes: [fixFor(ingress, place, { profile, words })],
        requests: [requestOf(place)],
        since: ingress.metadata.creationTimestamp,
      });
    });
    return { findings };
  },
};
