import { listIngressPaths } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { countGroups, findRewriteTarget, listPatternEdits } from '../subjects/nginx-rewrite.ts';
import { findServer } from '../subjects/served-by.ts';

/** A path with groups for `rewrite-target` of ingress-nginx whose type says that it is plain text. */
export const ing024: Check<'Ingress'> = {
  id: 'ING-024',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const target = findRewriteTarget(ingress);
    if (target === undefined || target.group === 0) return nothingFound;
    if (findServer(context, ingress, ['ingress-nginx']) === undefined) return nothingFound;
    const words = context.words.ing024;
    const findings = listIngressPaths(ingress).flatMap((place) => {
      const { path = '', pathType } = place.path;
      if (pathType === 'ImplementationSpecific' || countGroups(path) === 0) return [];
      const retype = { title: words.retype.title(), explanation: words.retype.explanation() };
      const edits = listPatternEdits(ingress, place, path);
      return [
        buildFinding(ing024, {
          place: placeOfPath({ ingress }, place),
          row: pathIdOf(place),
          label: words.label(),
          title: words.title(path, pathType),
          happens: words.happens(pathType),
          why: words.why(target.text),
          fixes: [edits === undefined ? retype : buildEditFix(ingress, retype, edits)],
          requests: [requestOf(place)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
