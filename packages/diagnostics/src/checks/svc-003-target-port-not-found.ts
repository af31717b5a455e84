import {
  findNearText,
  refOf,
  type ContainerPort,
  type Pod,
  type Service,
  type ServicePort,
} from '@fairlead/kube-objects';
import {
  hasEnded,
  listServingPorts,
  protocolOf,
  targetPortOf,
  type ServicePortEndpoints,
} from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { buildEditFix, setPortField } from '../subjects/edit-fix.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';
import type { UnknownTargetPort } from '../words/english/svc-003-target-port-not-found.ts';

/** Where the name stands although it does not count. */
function findNearMiss(
  pods: readonly Pod[],
  name: string,
  wantedProtocol: string,
): UnknownTargetPort['nearMiss'] {
  const other = pods.flatMap(listServingPorts).find((port) => port.name === name);
  if (other !== undefined) return { kind: 'other-protocol', protocol: protocolOf(other), wantedProtocol };
  const holder = pods
    .flatMap(({ spec }) => spec.initContainers ?? [])
    .find(({ ports = [] }) => ports.some((port) => port.name === name));
  return holder && { kind: 'init-container', container: holder.name };
}

const namesOf = (ports: readonly ContainerPort[]): readonly string[] => [
  ...new Set(ports.flatMap(({ name }) => (name ? [name] : []))),
];

const numbersOf = (ports: readonly ContainerPort[]): readonly number[] => [
  ...new Set(ports.map(({ containerPort }) => containerPort)),
];

function fixFor(
  service: Service,
  { port, usable }: { readonly port: ServicePort; readonly usable: readonly ContainerPort[] },
  { words: { svc003: words } }: CheckContext,
): FindingFix {
  const from = `${targetPortOf(port)}`;
  const names = namesOf(usable);
  const numbers = numbersOf(usable);
  const meant =
    findNearText(from, names) ??
    (names.length === 1 ? names[0] : undefined) ??
    (names.length === 0 && numbers.length === 1 ? numbers[0] : undefined);
  if (meant === undefined) {
    const ports = names.length === 0 ? numbers.map(String) : names;
    return {
      title: words.pickPort.title(),
      explanation: words.pickPort.explanation(protocolOf(port), ports),
    };
  }
  return buildEditFix(
    service,
    { title: words.setTargetPort.title(`${meant}`), explanation: words.setTargetPort.explanation() },
    [setPortField(port, 'targetPort', meant)],
  );
}

function report(context: CheckContext, service: Service, found: ServicePortEndpoints): Finding {
  const { port, id } = found;
  const words = context.words.svc003;
  const name = `${targetPortOf(port)}`;
  const pods = found.podsWithoutTarget;
  const declared = pods.flatMap(listServingPorts);
  const usable = declared.filter((other) => protocolOf(other) === protocolOf(port));
  return buildFinding(svc003, {
    place: { ref: refOf(service), portId: id, field: 'spec.ports' },
    row: id,
    label: words.label(name),
    title: words.title(name),
    ...emptyServiceParts(context.words, service, findRequestsTo(context, service, id)),
    why: words.why({
      portId: id,
      name,
      podCount: pods.length,
      declaredNames: namesOf(declared),
      declaredNumbers: numbersOf(declared).map(String),
      nearMiss: findNearMiss(pods, name, protocolOf(port)),
    }),
    fixes: [
      fixFor(service, { port, usable }, context),
      {
        title: words.nameContainerPort.title(name),
        explanation: words.nameContainerPort.explanation(pods.length),
      },
    ],
    since: service.metadata.creationTimestamp,
  });
}

/** A named targetPort that no selected Pod resolves: containers and sidecars, same protocol. Pods that have ended do not count. */
export const svc003: Check<'Service'> = {
  id: 'SVC-003',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Service',
  reads: ['Service', 'Pod'],
  run(service, context) {
    const { ports, selectedPods } = context.endpointsOf(service);
    if (selectedPods.every(hasEnded)) return nothingFound;
    const findings = ports
      .filter(({ targetNumbers }) => targetNumbers.length === 0)
      .map((found) => report(context, service, found));
    return { findings };
  },
};
