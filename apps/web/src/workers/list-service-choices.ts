import type { ObjectReader, Service } from '@fairlead/kube-objects';
import {
  findServiceEndpoints,
  hasEnded,
  isPodReady,
  isPortName,
  protocolOf,
  type ServiceEndpoints,
  type ServicePortEndpoints,
} from '@fairlead/routing';
import type { IngressFormFacts, ServiceChoice } from './ingress-form-facts.ts';

const mostServices = 300;

interface PodCounts {
  readonly readyPods: number;
  readonly allPods: number;
}

/** Pods as the Service's own form counts them; without a selector what is behind the published addresses. */
function countPods({ service, selectedPods, ...counts }: ServiceEndpoints): PodCounts {
  if (Object.keys(service.spec.selector ?? {}).length === 0)
    return {
      readyPods: counts.readyCount,
      allPods: counts.readyCount + counts.servingTerminatingCount + counts.notReadyCount,
    };
  const alive = selectedPods.filter((pod) => !hasEnded(pod));
  return { readyPods: alive.filter(isPodReady).length, allPods: alive.length };
}

/** The name that `targetPort` gives and that no Pod knows. */
function missingTargetOf({ port: { targetPort }, targetNumbers, podsWithoutTarget }: ServicePortEndpoints) {
  const isMissing = targetNumbers.length === 0 && podsWithoutTarget.length > 0;
  return typeof targetPort === 'string' && isMissing ? targetPort : undefined;
}

function toServiceChoice(reader: ObjectReader, service: Service): ServiceChoice {
  const endpoints = findServiceEndpoints(reader, service);
  return {
    name: service.metadata.name,
    type: service.spec.type ?? 'ClusterIP',
    ports: endpoints.ports.map((each) => ({
      name: each.port.name === '' ? undefined : each.port.name,
      number: each.port.port,
      protocol: protocolOf(each.port),
      readyPods: each.readyCount,
      canBeNamed: each.port.name !== undefined && isPortName(each.port.name),
      missingTarget: missingTargetOf(each),
    })),
    ...countPods(endpoints),
    isAnswering: endpoints.readyCount > 0,
    isCounted: endpoints.isKnown,
  };
}

const readyFirst = (a: ServiceChoice, b: ServiceChoice): number =>
  Number(b.isAnswering) - Number(a.isAnswering) || (a.name < b.name ? -1 : 1);

/** The Services of a namespace that a rule may lead to, those that answer first. */
export function listServiceChoices(
  reader: ObjectReader,
  namespace: string,
): Pick<IngressFormFacts, 'services' | 'moreServices'> {
  const services = reader.list('Service', namespace);
  return {
    services: services
      .slice(0, mostServices)
      .map((service) => toServiceChoice(reader, service))
      .toSorted(readyFirst),
    moreServices: Math.max(0, services.length - mostServices),
  };
}
