import { refOf, type ContainerPort, type Pod, type Service } from '@fairlead/kube-objects';
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
import { findNearText } from '../text/near-text.ts';
import { code } from '../text/code.ts';
import { countOf, isOrAre, listed, quoted } from '../words/english/sentence.ts';

/** Where the name stands although it does not count. */
function nearMissText(pods: readonly Pod[], name: string, protocol: string): string {
  const others = pods.flatMap(listServingPorts).filter((port) => port.name === name);
  const [other] = others;
  if (other !== undefined)
    return ` A port ${code(name)} exists, but for ${protocolOf(other)}; the Service asks for ${protocol}.`;
  const holder = pods
    .flatMap(({ spec }) => spec.initContainers ?? [])
    .find(({ ports = [] }) => ports.some((port) => port.name === name));
  return holder === undefined
    ? ''
    : ` Init container ${holder.name} declares it, but has ended before the Pod serves.`;
}

function fixFor(
  service: Service,
  { port }: ServicePortEndpoints,
  usable: readonly ContainerPort[],
): FindingFix {
  const from = `${targetPortOf(port)}`;
  const names = [...new Set(usable.flatMap(({ name }) => (name ? [name] : [])))];
  const numbers = [...new Set(usable.map(({ containerPort }) => containerPort))];
  const meant =
    findNearText(from, names) ??
    (names.length === 1 ? names[0] : undefined) ??
    (names.length === 0 && numbers.length === 1 ? numbers[0] : undefined);
  if (meant === undefined)
    return {
      title: 'Pick a port that the Pods declare',
      explanation:
        numbers.length === 0
          ? `The containers declare no ${protocolOf(port)} port. A number works as targetPort without being declared.`
          : `Declared: ${listed([...names, ...(names.length === 0 ? numbers.map(String) : [])].map(code))}.`,
    };
  const words = {
    title: `Set targetPort to ${code(`${meant}`)}`,
    explanation: 'The selected Pods declare it.',
  };
  return buildEditFix(service, words, [setPortField(port, 'targetPort', meant)]);
}

function declaredText(ports: readonly ContainerPort[], podCount: number): string {
  const names = [...new Set(ports.flatMap(({ name }) => (name ? [name] : [])))];
  const numbers = [...new Set(ports.map(({ containerPort }) => `${containerPort}`))];
  const pods = podCount === 1 ? 'The selected Pod' : `The ${podCount} selected Pods`;
  if (names.length > 0) return `${pods} ${podCount === 1 ? 'has' : 'have'} ${listed(names.map(code))}.`;
  const declares = podCount === 1 ? 'declares' : 'declare';
  return numbers.length === 0
    ? `${pods} ${declares} no port.`
    : `${pods} ${declares} ${listed(numbers.map(code))} without a name.`;
}

function report(context: CheckContext, service: Service, found: ServicePortEndpoints): Finding {
  const { port, id } = found;
  const name = `${targetPortOf(port)}`;
  const pods = found.podsWithoutTarget;
  const declared = pods.flatMap(listServingPorts);
  const usable = declared.filter((other) => protocolOf(other) === protocolOf(port));
  const nearMiss = nearMissText(pods, name, protocolOf(port));
  return buildFinding(svc003, {
    place: { ref: refOf(service), portId: id, field: 'spec.ports' },
    row: id,
    label: `No container port ${quoted(name)}`,
    title: `Target port ${quoted(name)} is not a port of any selected Pod`,
    ...emptyServiceParts(context.words, service, findRequestsTo(context, service, id)),
    why: `Service port ${code(id)} leads to the container port named ${code(name)}. ${declaredText(declared, pods.length)}${nearMiss}`,
    fixes: [
      fixFor(service, found, usable),
      {
        title: `Name a container port ${code(name)}`,
        explanation: `In the Pod template; ${countOf(pods.length, 'Pod')} ${isOrAre(pods.length)} replaced.`,
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
