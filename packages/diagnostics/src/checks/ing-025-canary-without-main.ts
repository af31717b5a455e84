import { findNearText, refOf, type Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, type IngressPathPlace } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { pathNameOf } from '../subjects/edit-backend.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { isCanary, isSameRule, listMainPaths, pathTextOf } from '../subjects/nginx-canary.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { findServer } from '../subjects/served-by.ts';

/** What the path would have to be for one of the main paths to be its own, where that is one field. */
function fixFor(
  ingress: Ingress,
  place: IngressPathPlace,
  { mains, context }: { readonly mains: readonly IngressPathPlace[]; readonly context: CheckContext },
): FindingFix {
  const { useType, usePath, createMain } = context.words.ing025;
  const target = pathNameOf(place);
  const own = listIngressPaths(ingress);
  const free = mains.filter((main) => !own.some((each) => isSameRule(each, main)));
  const samePath = free.find((main) => pathTextOf(main) === pathTextOf(place));
  if (samePath !== undefined) {
    const to = samePath.path.pathType;
    return buildEditFix(ingress, { title: useType.title(to), explanation: useType.explanation() }, [
      { kind: 'set-path-field', target, field: 'pathType', from: place.path.pathType, to },
    ]);
  }
  const sameType = free.filter((main) =>
    isSameRule(main, { ...place, path: { ...place.path, path: pathTextOf(main) } }),
  );
  const to = findNearText(pathTextOf(place), sameType.map(pathTextOf));
  return to === undefined
    ? { title: createMain.title(), explanation: createMain.explanation() }
    : buildEditFix(ingress, { title: usePath.title(to), explanation: usePath.explanation() }, [
        { kind: 'set-path-field', target, field: 'path', from: place.path.path, to },
      ]);
}

/** A canary of ingress-nginx without an ordinary Ingress for the same host, path and type. */
export const ing025: Check<'Ingress'> = {
  id: 'ING-025',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (!isCanary(ingress)) return nothingFound;
    const server = findServer(context, ingress, ['ingress-nginx']);
    if (server === undefined) return nothingFound;
    const words = context.words.ing025;
    const findings = listIngressPaths(ingress).flatMap((place) => {
      const mains = listMainPaths(context, server, place.host);
      if (mains.some((main) => isSameRule(main, place))) return [];
      return [
        buildFinding(ing025, {
          place: placeOfPath({ ingress }, place),
          row: pathIdOf(place),
          label: words.label(),
          title: words.title(fullNameOf(refOf(ingress)), requestOf(place)),
          happens: words.happens(),
          effectNow: words.effectNow(),
          why: words.why(requestOf(place), place.path.pathType),
          fixes: [fixFor(ingress, place, { mains, context })],
          requests: [requestOf(place)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
