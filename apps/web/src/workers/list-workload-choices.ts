import type { ObjectReader, Pod } from '@fairlead/kube-objects';
import { findTopOwner } from '@fairlead/resource-graph';
import { hasEnded, isPodReady } from '@fairlead/routing';
import type { WorkloadChoice, WorkloadLabel } from './connect-facts.ts';

const mostWorkloads = 300;

/**
 * Labels that controllers write: a selector with one of them finds nothing after the next rollout, or one Pod only.
 * https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
const writtenByControllers: ReadonlySet<string> = new Set([
  'pod-template-hash',
  'pod-template-generation',
  'controller-revision-hash',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'controller-uid',
  'job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'batch.kubernetes.io/job-completion-index',
]);

/** Labels that say which workload it is. https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
const naming: ReadonlySet<string> = new Set([
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
  'app',
  'k8s-app',
  'component',
  'name',
  'role',
  'tier',
]);

function listCommonLabels(pods: readonly Pod[]): readonly WorkloadLabel[] {
  const [first, ...others] = pods.map(({ metadata }) => metadata.labels ?? {});
  const common = Object.entries(first ?? {}).filter(
    ([key, value]) => !writtenByControllers.has(key) && others.every((labels) => labels[key] === value),
  );
  const hasNaming = common.some(([key]) => naming.has(key));
  return common
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, value, isUsual: !hasNaming || naming.has(key) }));
}

const readyFirst = (a: WorkloadChoice, b: WorkloadChoice): number =>
  Number(b.readyPods > 0) - Number(a.readyPods > 0) || (a.name < b.name ? -1 : 1);

/** What runs in a namespace, with the labels by which a Service can find it. Pods that have ended do not count. */
export function listWorkloadChoices(reader: ObjectReader, namespace: string): readonly WorkloadChoice[] {
  const groups = new Map<string, { readonly kind: string; readonly name: string; readonly pods: Pod[] }>();
  for (const pod of reader.list('Pod', namespace)) {
    if (hasEnded(pod)) continue;
    const { id, kind, name } = findTopOwner(reader, pod);
    const group = groups.get(id) ?? { kind, name, pods: [] };
    group.pods.push(pod);
    groups.set(id, group);
  }
  return [...groups]
    .map(([id, { kind, name, pods }]) => ({
      id,
      kind,
      name,
      readyPods: pods.filter(isPodReady).length,
      allPods: pods.length,
      labels: listCommonLabels(pods),
    }))
    .filter(({ labels }) => labels.length > 0)
    .toSorted(readyFirst)
    .slice(0, mostWorkloads);
}
