import { listIngressPaths, type IngressPathPlace, type ProfileName } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { buildRemoval } from '../subjects/remove-paths.ts';

/** Controllers that keep the last of them (SPEC TRK-9, GCE-9). */
const keepLast: readonly ProfileName[] = ['traefik', 'gce'];

const idOf = ({ host, path }: IngressPathPlace): string =>
  JSON.stringify([host.toLowerCase(), path.path || '/', path.pathType]);

/** Every path that another one of the Ingress stands in for. */
function listUnused(
  places: readonly IngressPathPlace[],
  kept: 'first' | 'last',
): readonly IngressPathPlace[] {
  const keptPlaces = new Map<string, IngressPathPlace>();
  for (const place of places)
    if (kept === 'last' || !keptPlaces.has(idOf(place))) keptPlaces.set(idOf(place), place);
  return places.filter((place) => keptPlaces.get(idOf(place)) !== place);
}

/** The same host, path and type twice within one Ingress; told at the one without effect. */
export const ing015: Check<'Ingress'> = {
  id: 'ING-015',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress'],
  run(ingress, context) {
    const places = listIngressPaths(ingress);
    if (new Set(places.map(idOf)).size === places.length) return nothingFound;
    const [controller] = context.controllersOf(ingress);
    const kept = controller !== undefined && keepLast.includes(controller.profile) ? 'last' : 'first';
    const words = context.words.ing015;
    const findings = listUnused(places, kept).map((place) =>
      buildFinding(ing015, {
        place: placeOfPath({ ingress }, place),
        row: pathIdOf(place),
        label: words.label(kept),
        title: words.title(requestOf(place), place.path.pathType),
        happens: words.happens(requestOf(place), kept),
        effectNow: words.effectNow(kept),
        why: words.why(),
        fixes: [
          buildRemoval({ ingress, paths: places }, [place], () => ({
            title: words.remove.title(),
            explanation: words.remove.explanation(),
          })),
        ],
        requests: [requestOf(place)],
        since: ingress.metadata.creationTimestamp,
      }),
    );
    return { findings };
  },
};
