import {
  keyOf,
  matchesLabelSelector,
  refOf,
  type ObjectReader,
  type Pod,
  type Workload,
} from '@fairlead/kube-objects';
import { hasEnded, isPodReady } from '../service/pod-state.ts';
import { isEntryService, listExposures } from './controller-exposure.ts';
import { recogniseController, servesClass, type ControllerProfile } from './controller-profile.ts';
import type { EntryPort, IngressController } from './ingress-controller.ts';

function listPodsOf(reader: ObjectReader, { metadata, spec }: Workload): readonly Pod[] {
  const { namespace = '' } = metadata;
  const pairs = spec.selector?.matchLabels;
  const candidates =
    Object.keys(pairs ?? {}).length > 0
      ? reader.listPodsSelectedBy(namespace, pairs)
      : reader.list('Pod', namespace);
  return candidates.filter(
    (pod) => !hasEnded(pod) && matchesLabelSelector(pod.metadata.labels, spec.selector),
  );
}

function distinctPorts(ports: readonly EntryPort[]): readonly EntryPort[] {
  return [...new Map(ports.map((port) => [`${port.scheme} ${port.port}`, port])).values()];
}

function toController(
  reader: ObjectReader,
  workload: Workload,
  profile: ControllerProfile,
): IngressController {
  const { name, namespace = '' } = workload.metadata;
  const { template } = workload.spec;
  const pods = listPodsOf(reader, workload);
  const services = reader.listServicesSelecting(namespace, template?.metadata?.labels).filter(isEntryService);
  const exposures = listExposures(reader, { podSpec: template?.spec ?? {}, pods, services });
  const [first] = exposures;
  const ready = pods.filter(isPodReady);
  return {
    id: keyOf(workload),
    name,
    namespace,
    family: profile.family,
    workload: refOf<Workload['kind']>(workload),
    classNames: reader
      .list('IngressClass')
      .filter(({ metadata, spec }) =>
        servesClass(profile, workload, { name: metadata.name, controller: spec.controller ?? '' }),
      )
      .map(({ metadata }) => metadata.name),
    way: first?.way ?? 'ClusterIP',
    ways: [...new Set(exposures.map(({ way }) => way))],
    services,
    addresses: exposures.flatMap(({ addresses }) => addresses),
    ports: distinctPorts(first?.ports ?? []),
    readyCount: ready.length,
    podCount: pods.length,
    nodeNames: [...new Set(ready.flatMap(({ spec }) => spec.nodeName ?? []))].toSorted(),
  };
}

/**
 * [CTL-1] to [CTL-7] The ingress controllers that run in the cluster, by namespace and name. Those that run elsewhere, as
 * those of clouds do, and those that are not recognised are not among them.
 */
export function findIngressControllers(reader: ObjectReader): readonly IngressController[] {
  const workloads: readonly Workload[] = [
    ...reader.list('DaemonSet'),
    ...reader.list('Deployment'),
    ...reader.list('StatefulSet'),
  ];
  return workloads
    .flatMap((workload) => {
      const profile = recogniseController(workload);
      return profile === undefined ? [] : [toController(reader, workload, profile)];
    })
    .toSorted((a, b) => {
      const [one, other] = [`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`];
      return one < other ? -1 : one > other ? 1 : 0;
    });
}
