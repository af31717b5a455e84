import type { Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, type IngressPathPlace } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import {
  countGroups,
  findRewriteTarget,
  isPlainPath,
  listPatternEdits,
  withRest,
} from '../subjects/nginx-rewrite.ts';
import { findServer } from '../subjects/served-by.ts';
import type { MissingGroup } from '../words/english/ing-022-rewrite-group-missing.ts';

function fixFor(
  ingress: Ingress,
  place: IngressPathPlace,
  { facts: { path, group }, context }: { readonly facts: MissingGroup; readonly context: CheckContext },
): FindingFix {
  const { addGroup, choose } = context.words.ing022;
  if (isPlainPath(path) && (group === 1 || group === 2)) {
    const pattern = withRest(path, group);
    const edits = listPatternEdits(ingress, place, pattern);
    if (edits !== undefined)
      return buildEditFix(
        ingress,
        { title: addGroup.title(pattern), explanation: addGroup.explanation(group) },
        edits,
      );
  }
  return { title: choose.title(), explanation: choose.explanation(group) };
}

/** A `rewrite-target` of ingress-nginx names a group that a path does not have: it becomes nothing. */
export const ing022: Check<'Ingress'> = {
  id: 'ING-022',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const target = findRewriteTarget(ingress);
    if (target === undefined || target.group === 0) return nothingFound;
    if (findServer(context, ingress, ['ingress-nginx']) === undefined) return nothingFound;
    const words = context.words.ing022;
    const findings = listIngressPaths(ingress).flatMap((place) => {
      const path = place.path.path || '/';
      const groups = countGroups(path);
      if (groups >= target.group) return [];
      const facts: MissingGroup = { target: target.text, path, group: target.group, groups };
      return [
        buildFinding(ing022, {
          place: placeOfPath({ ingress }, place),
          row: pathIdOf(place),
          label: words.label(facts),
          title: words.title(facts),
          happens: words.happens(facts),
          effectNow: words.effectNow(),
          why: words.why(facts),
          fixes: [fixFor(ingress, place, { facts, context })],
          requests: [requestOf(place)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
