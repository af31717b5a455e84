import { refOf, type Ingress } from '@fairlead/kube-objects';
import type { RouteConflict, ServingController } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import { isClaimOf, listConflictsOf } from '../subjects/own-conflicts.ts';

function report(
  ingress: Ingress,
  { host, losers, url }: RouteConflict,
  { controller, context }: { readonly controller: ServingController; readonly context: CheckContext },
): Finding[] {
  const foreign = losers.filter((claim) => !isClaimOf(ingress, claim));
  const [first] = foreign;
  if (first === undefined) return [];
  const words = context.words.ing039;
  const facts = {
    controller: controller.profile,
    host,
    wildcard: first.hostRule ?? '*',
    wildcardIngress: first.ingress,
    paths: [...new Set(foreign.map(({ path }) => path ?? '/'))],
    url,
  };
  const others = [...new Set(foreign.map((claim) => claim.ingress))];
  return [
    buildFinding(ing039, {
      place: { ref: refOf(ingress), field: 'spec.rules' },
      row: host,
      related: others.map((other) => {
        const [namespace = '', name = ''] = other.split('/');
        return { kind: 'Ingress', namespace, name };
      }),
      label: words.label(facts),
      title: words.title(facts),
      happens: words.happens(facts),
      why: words.why(facts),
      since: ingress.metadata.creationTimestamp,
    }),
  ];
}

/**
 * A host with a rule of its own under a wildcard of another Ingress, some path of which is then not found there (SPEC CFL-4):
 * a hint, as it may be meant. Told at the Ingress that the host's first rule is of.
 */
export const ing039: Check<'Ingress'> = {
  id: 'ING-039',
  severity: 'info',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const controller = context.controllersOf(ingress).find(({ isKnown }) => isKnown);
    if (controller === undefined) return nothingFound;
    const findings = listConflictsOf(context, controller, ingress)
      .filter(({ code, winner }) => code === 'WILDCARD_HIDDEN' && isClaimOf(ingress, winner))
      .flatMap((conflict) => report(ingress, conflict, { controller, context }));
    return findings.length === 0 ? nothingFound : { findings };
  },
};
