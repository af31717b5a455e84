import { refOf } from '@fairlead/kube-objects';
import { listIngressHosts } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { listDefaultBackendEdits } from '../subjects/default-backend-paths.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { findServer } from '../subjects/served-by.ts';

/** To ingress-nginx a default backend beside rules is one for the hosts of the Ingress alone. */
export const ing035: Check<'Ingress'> = {
  id: 'ING-035',
  severity: 'warning',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const { defaultBackend, rules = [] } = ingress.spec;
    if (defaultBackend === undefined || rules.length === 0) return nothingFound;
    if (findServer(context, ingress, ['ingress-nginx']) === undefined) return nothingFound;
    const words = context.words.ing035;
    const edits = listDefaultBackendEdits(ingress);
    const hosts = listIngressHosts(ingress).filter((host) => host !== '');
    const finding = buildFinding(ing035, {
      place: { ref: refOf(ingress), field: 'spec.defaultBackend' },
      label: words.label(),
      title: words.title(hosts),
      happens: words.happens(),
      effectNow: words.effectNow(),
      why: words.why(),
      fixes: [
        ...(edits === undefined ? [] : [buildEditFix(ingress, words.usePaths, edits)]),
        words.separateIngress,
      ],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
