import { refOf } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { listDefaultBackendEdits } from '../subjects/default-backend-paths.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { findServer } from '../subjects/served-by.ts';

/** Istio ignores every default backend, Traefik those beside rules. */
export const ing034: Check<'Ingress'> = {
  id: 'ING-034',
  severity: 'warning',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const { defaultBackend, rules = [] } = ingress.spec;
    if (defaultBackend === undefined) return nothingFound;
    const server = findServer(context, ingress, rules.length === 0 ? ['istio'] : ['istio', 'traefik']);
    if (server === undefined) return nothingFound;
    const words = context.words.ing034;
    const edits = listDefaultBackendEdits(ingress);
    const shown = {
      title: words.usePaths.title,
      explanation: words.usePaths.explanation(rules.length > 0),
    };
    const finding = buildFinding(ing034, {
      place: { ref: refOf(ingress), field: 'spec.defaultBackend' },
      label: words.label(),
      title: words.title(server.profile),
      happens: words.happens(),
      effectNow: words.effectNow(),
      why: words.why(server.profile),
      fixes: [edits === undefined ? shown : buildEditFix(ingress, shown, edits)],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
