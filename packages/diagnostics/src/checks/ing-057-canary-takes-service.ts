import { keyOf, refOf, type Ingress } from '@fairlead/kube-objects';
import {
  isNginxFlagSet,
  listIngressPaths,
  listPathsLostToCanaries,
  type PathsLostToCanary,
  type RuleAt,
} from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding } from '../finding.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { findServer } from '../subjects/served-by.ts';

const findPlace = ({ ingress, ruleIndex, pathIndex }: RuleAt) =>
  listIngressPaths(ingress).find((place) => place.ruleIndex === ruleIndex && place.pathIndex === pathIndex);

function report(ingress: Ingress, { canary, lost }: PathsLostToCanary, { words }: CheckContext): Finding[] {
  const place = findPlace(canary);
  const service = place?.path.backend.service;
  if (place === undefined || service === undefined) return [];
  const others = [...new Map(lost.map((each) => [keyOf(each.ingress), refOf(each.ingress)])).values()];
  const names = others.map(fullNameOf);
  const requests = lost.flatMap((each) => findPlace(each) ?? []).map(requestOf);
  const { useAnotherService, recreate, ...text } = words.ing057;
  const name = fullNameOf(refOf(ingress));
  const port = service.port?.name || `${service.port?.number ?? ''}`;
  return [
    buildFinding(ing057, {
      place: placeOfPath({ ingress }, place),
      row: pathIdOf(place),
      related: others,
      label: text.label(),
      title: text.title({ canary: name, service: service.name, port, others: names }),
      happens: text.happens(requests),
      effectNow: text.effectNow(),
      why: text.why(name),
      fixes: [
        { title: useAnotherService.title(), explanation: useAnotherService.explanation() },
        { title: recreate.title(), explanation: recreate.explanation(names) },
      ],
      requests,
      since: ingress.metadata.creationTimestamp,
    }),
  ];
}

/** A canary that names a Service and port before any ordinary Ingress does, so that their paths are lost (SPEC BRK-6). */
export const ing057: Check<'Ingress'> = {
  id: 'ING-057',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (isNginxFlagSet(ingress, 'canary') !== true) return nothingFound;
    const server = findServer(context, ingress, ['ingress-nginx']);
    if (server === undefined) return nothingFound;
    const { namespace = '' } = ingress.metadata;
    const names = new Set(listIngressPaths(ingress).flatMap(({ path }) => path.backend.service?.name ?? []));
    const findings = [...names].flatMap((name) => {
      const taken = context.lookups
        .listIngressesTo(namespace, name)
        .filter((other) => context.controllersOf(other).some(({ id }) => id === server.id));
      return listPathsLostToCanaries(taken)
        .filter(({ canary }) => keyOf(canary.ingress) === keyOf(ingress))
        .filter(({ canary }) => findPlace(canary)?.path.backend.service?.name === name)
        .flatMap((lost) => report(ingress, lost, context));
    });
    return findings.length === 0 ? nothingFound : { findings };
  },
};
