import { refOf } from '@fairlead/kube-objects';
import { isWildcardHost, listIngressHosts } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { findServer } from '../subjects/served-by.ts';

/** A wildcard host with a controller to which an asterisk stands for several labels: a hint, nothing is to be mended. */
export const ing038: Check<'Ingress'> = {
  id: 'ING-038',
  severity: 'info',
  effect: 'exposure',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const hosts = listIngressHosts(ingress).filter(isWildcardHost);
    if (hosts.length === 0) return nothingFound;
    const server = findServer(context, ingress, ['f5-nginx', 'istio', 'kong', 'alb', 'gce']);
    if (server === undefined) return nothingFound;
    const words = context.words.ing038;
    const findings = hosts.map((host) =>
      buildFinding(ing038, {
        place: { ref: refOf(ingress), field: 'spec.rules' },
        row: host,
        label: words.label(),
        title: words.title(server.profile, host),
        happens: words.happens(host),
        why: words.why(host),
        since: ingress.metadata.creationTimestamp,
      }),
    );
    return { findings };
  },
};
