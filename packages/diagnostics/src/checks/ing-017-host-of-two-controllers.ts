import { refOf, type Ingress } from '@fairlead/kube-objects';
import type { ServingController } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { fullNameOf } from '../subjects/object-name.ts';

interface SharedHost {
  readonly host: string;
  readonly other: ServingController;
  readonly ingresses: readonly Ingress[];
}

const listHosts = ({ spec }: Ingress): readonly string[] => [
  ...new Set((spec.rules ?? []).map(({ host = '' }) => host.toLowerCase()).filter((host) => host !== '')),
];

function findSharedHosts(
  context: CheckContext,
  ingress: Ingress,
  own: readonly ServingController[],
): readonly SharedHost[] {
  const ownIds = new Set(own.map(({ id }) => id));
  const others = context.controllers().filter(({ id }) => !ownIds.has(id));
  return listHosts(ingress).flatMap((host) =>
    others.flatMap((other) => {
      const ingresses = context.ingressesAt(other, host);
      return ingresses.length === 0 ? [] : [{ host, other, ingresses }];
    }),
  );
}

/** Ingresses of two controllers have rules for one host: which controller gets its requests stands in DNS, not here. */
export const ing017: Check<'Ingress'> = {
  id: 'ING-017',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const own = context.controllersOf(ingress);
    const [server] = own;
    if (server === undefined) return nothingFound;
    const shared = findSharedHosts(context, ingress, own);
    const [first] = shared;
    if (first === undefined) return nothingFound;
    const words = context.words.ing017;
    const hosts = [...new Set(shared.map(({ host }) => host))];
    const related = [...new Set(shared.flatMap(({ ingresses }) => ingresses))].map(refOf);
    const facts = {
      hosts,
      own: { profile: server.profile, id: server.id },
      other: { profile: first.other.profile, id: first.other.id },
    };
    const finding = buildFinding(ing017, {
      place: { ref: refOf(ingress), field: 'spec.rules' },
      related,
      label: words.label(),
      title: words.title(facts),
      happens: words.happens(facts),
      why: words.why(related.map(fullNameOf)),
      fixes: [{ title: words.decide.title(), explanation: words.decide.explanation() }],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
