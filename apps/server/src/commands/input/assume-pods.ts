import {
  matchesLabelSelector,
  type ObjectReader,
  type ObjectStore,
  type Pod,
  type Service,
  type Workload,
} from '@fairlead/kube-objects';
import { predictSliceChanges } from '@fairlead/routing';

type LongRunning = Exclude<Workload, { kind: 'Job' }>;

/** More Pods of a workload than these make no answer another one. */
const mostReplicas = 100;

/**
 * An address out of 100.64.0.0/10 (RFC 6598) that depends on the Pod's name alone, so that other Pods make no difference to
 * it. FNV-1a.
 */
function addressOf(podId: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < podId.length; at += 1)
    hash = Math.imul(hash ^ podId.charCodeAt(at), 0x01000193) >>> 0;
  return `100.${64 + ((hash >>> 16) & 63)}.${(hash >>> 8) & 255}.${hash & 255}`;
}

const runningAt = (podIP: string): NonNullable<Pod['status']> => ({
  phase: 'Running',
  podIP,
  conditions: [{ type: 'Ready', status: 'True' }],
});

/** ReplicaSets of a Deployment that stands beside them are the Deployment's affair. */
const listWorkloads = (reader: ObjectReader): readonly LongRunning[] => [
  ...reader.list('Deployment'),
  ...reader.list('StatefulSet'),
  ...reader.list('DaemonSet'),
  ...reader.list('ReplicaSet').filter(({ metadata }) => (metadata.ownerReferences ?? []).length === 0),
];

function countReplicas({ kind, spec }: LongRunning, reader: ObjectReader): number {
  const wanted = kind === 'DaemonSet' ? Math.max(1, reader.count('Node')) : (spec.replicas ?? 1);
  return Math.min(wanted, mostReplicas);
}

function hasPods(reader: ObjectReader, { metadata, spec }: LongRunning): boolean {
  return reader
    .list('Pod', metadata.namespace)
    .some((pod) => matchesLabelSelector(pod.metadata.labels, spec.selector));
}

function buildPod({ apiVersion, kind, metadata, spec }: LongRunning, number: number): Pod {
  const { name: owner, namespace = '' } = metadata;
  const name = `${owner}-assumed-${number}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      labels: spec.template?.metadata?.labels ?? {},
      ownerReferences: [{ apiVersion, kind, name: owner, uid: metadata.uid ?? '', controller: true }],
    },
    spec: spec.template?.spec ?? { containers: [] },
    status: runningAt(addressOf(`${namespace}/${name}`)),
  };
}

const isWithoutSlices = (reader: ObjectReader, { metadata }: Service): boolean =>
  reader.listSlicesOf(metadata.namespace ?? '', metadata.name).length === 0;

/**
 * Puts in what a cluster would make of manifests: Pods of workloads that have none, all ready, and the EndpointSlices of
 * Services that have none. Pods that are there without a status run, too. How many Pods are supposed to be ready.
 */
export function assumePods(store: ObjectStore): number {
  const made = listWorkloads(store)
    .filter((workload) => !hasPods(store, workload))
    .flatMap((workload) =>
      Array.from({ length: countReplicas(workload, store) }, (_, index) => buildPod(workload, index + 1)),
    );
  const started = store
    .list('Pod')
    .filter(({ status }) => status?.phase === undefined)
    .map((pod) => ({
      ...pod,
      status: runningAt(addressOf(`${pod.metadata.namespace ?? ''}/${pod.metadata.name}`)),
    }));
  const pods: readonly Pod[] = [...made, ...started];
  store.apply(pods.map((object) => ({ op: 'put', object })));
  const services = store.list('Service').filter((service) => isWithoutSlices(store, service));
  store.apply(
    services.flatMap((service) => predictSliceChanges(store, { before: undefined, after: service })),
  );
  return pods.length;
}
