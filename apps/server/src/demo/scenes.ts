import type { ObjectAccess } from '@fairlead/fake-cluster';
import type { Pod } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import type { SeededRandom } from './seeded-random.ts';

/** One thing that happens in the demo. Scenes leave the seeded faults alone: those stay where they are. */
export type Scene = (cluster: ObjectAccess, random: SeededRandom) => void;

const namespace = 'shop';

function deploymentOf(cluster: ObjectAccess, name: string) {
  const found = cluster.find('Deployment', namespace, name);
  if (found === undefined) throw new Error(`The demo has no Deployment ${namespace}/${name}.`);
  return found;
}

const listPods = (cluster: ObjectAccess, app: string): readonly Pod[] =>
  cluster
    .list('Pod', namespace)
    .filter(
      ({ metadata }) =>
        labelValue(metadata.labels, 'app') === app && metadata.deletionTimestamp === undefined,
    );

/** Somebody or something changes the number of Pods, within bounds. */
export const scale =
  (name: string, low: number, high: number): Scene =>
  (cluster, random) => {
    const { replicas = 1 } = deploymentOf(cluster, name).spec;
    const others = Array.from({ length: high - low + 1 }, (_, n) => low + n).filter((n) => n !== replicas);
    cluster.patch({ kind: 'Deployment', namespace, name }, { spec: { replicas: random.pick(others) } });
  };

/** `1.18.0` becomes `1.18.1`. */
const nextImage = (image: string): string =>
  image.replace(/\d+$/, (patchVersion) => String(Number(patchVersion) + 1));

/** A new version comes out. */
export const rollOut =
  (name: string): Scene =>
  (cluster) => {
    const { spec } = deploymentOf(cluster, name);
    const containers = (spec.template?.spec?.containers ?? []).map((container) => ({
      ...container,
      image: nextImage(container.image ?? ''),
    }));
    cluster.patch({ kind: 'Deployment', namespace, name }, { spec: { template: { spec: { containers } } } });
  };

/** A Pod goes away, as when its node is drained; its owner makes another. */
export const evict =
  (app: string): Scene =>
  (cluster, random) => {
    const pod = random.pick(listPods(cluster, app));
    if (pod !== undefined) cluster.remove({ kind: 'Pod', namespace, name: pod.metadata.name });
  };

const isCrashing = ({ status }: Pod): boolean =>
  (status?.containerStatuses ?? []).some(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff');

function setReadiness(cluster: ObjectAccess, pod: Pod, isReady: boolean): void {
  const { name } = pod.metadata;
  const conditions = (pod.status?.conditions ?? []).map((condition) =>
    condition.type === 'Ready' || condition.type === 'ContainersReady'
      ? { ...condition, status: isReady ? 'True' : 'False' }
      : condition,
  );
  const containerStatuses = (pod.status?.containerStatuses ?? []).map((status) => ({
    ...status,
    ready: isReady,
    restartCount: (status.restartCount ?? 0) + (isReady ? 0 : 1),
    state: isReady
      ? { running: { startedAt: pod.status?.startTime } }
      : {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off restarting failed container=${status.name}`,
          },
        },
  }));
  cluster.patch({ kind: 'Pod', namespace, name }, { status: { conditions, containerStatuses } }, 'status');
}

/** A Pod crashes, or the one that crashes recovers. */
export const crashOrRecover =
  (app: string): Scene =>
  (cluster, random) => {
    const pods = listPods(cluster, app).filter(({ status }) => status?.phase === 'Running');
    const crashing = pods.find(isCrashing);
    const pod = crashing ?? random.pick(pods);
    if (pod !== undefined) setReadiness(cluster, pod, crashing !== undefined);
  };
