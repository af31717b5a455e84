import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';

/** A backend is a resource, which none of the controllers that are known here can send requests to. */
export const ing033: Check<'Ingress'> = {
  id: 'ING-033',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const rows = listIngressRows(context.referencesOf(ingress)).filter(
      ({ backend }) => backend.kind === 'resource',
    );
    if (rows.length === 0) return nothingFound;
    const [server] = context.controllersOf(ingress);
    if (server?.isKnown !== true) return nothingFound;
    const words = context.words.ing033;
    const findings = rows.map(({ place, id, request, source: { resource } }) =>
      buildFinding(ing033, {
        place,
        row: id,
        label: words.label(),
        title: words.title(server.profile, resource?.kind ?? '', resource?.name ?? ''),
        happens: words.happens(request),
        effectNow: words.effectNow(),
        why: words.why(),
        fixes: [words.useService],
        requests: [request],
        since: ingress.metadata.creationTimestamp,
      }),
    );
    return { findings };
  },
};
