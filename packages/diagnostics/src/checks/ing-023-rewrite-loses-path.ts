import type { Ingress } from '@fairlead/kube-objects';
import { listIngressPaths } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { findRewriteTarget, isPlainPath, listPatternEdits, withRest } from '../subjects/nginx-rewrite.ts';
import { findServer } from '../subjects/served-by.ts';

const targetKey = 'nginx.ingress.kubernetes.io/rewrite-target';

/** All paths of the Ingress at once, as the annotation is about all of them. */
function fixFor(ingress: Ingress, { words }: CheckContext): FindingFix {
  const { keepRest } = words.ing023;
  const places = listIngressPaths(ingress);
  const patterns = places.map(({ path }) => withRest(path.path || '/', 2));
  const shown = { title: keepRest.title('/$2'), explanation: keepRest.explanation([...new Set(patterns)]) };
  const edits = places.map((place, index) => listPatternEdits(ingress, place, patterns[index] ?? ''));
  const isPlain = places.every(({ path }) => isPlainPath(path.path || '/') && path.pathType !== 'Exact');
  const known = edits.flatMap((each) => each ?? []);
  return !isPlain || edits.includes(undefined)
    ? shown
    : buildEditFix(ingress, shown, [...known, editAnnotation(ingress, targetKey, '/$2')]);
}

/** A `rewrite-target: /` of ingress-nginx on a path that has others below it: they all become `/`. */
export const ing023: Check<'Ingress'> = {
  id: 'ING-023',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (findRewriteTarget(ingress)?.text !== '/') return nothingFound;
    if (findServer(context, ingress, ['ingress-nginx']) === undefined) return nothingFound;
    const words = context.words.ing023;
    const findings = listIngressPaths(ingress).flatMap((place) => {
      const { path = '', pathType } = place.path;
      if (path === '' || path === '/' || pathType === 'Exact' || !isPlainPath(path)) return [];
      return [
        buildFinding(ing023, {
          place: placeOfPath({ ingress }, place),
          row: pathIdOf(place),
          label: words.label('/'),
          title: words.title(path, '/'),
          happens: words.happens(requestOf(place).replace(/\/+$/, ''), '/'),
          effectNow: words.effectNow(),
          why: words.why('/'),
          fixes: [fixFor(ingress, context)],
          requests: [requestOf(place)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
