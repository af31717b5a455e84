import { numberAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { listKeyOf } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import { podFromTemplate, templateHash } from './pod-from-template.ts';
import { isActive, isReady, ownerKeysOf } from './pod-state.ts';
import { replicasOf } from './replica-set-controller.ts';

const revisionLabel = 'controller-revision-hash';

const revisionOf = (set: JsonObject): string =>
  `${textAt(set, 'metadata', 'name')}-${templateHash(objectAt(set, 'spec', 'template'))}`;

function podAt(set: JsonObject, index: number): JsonObject {
  const name = `${textAt(set, 'metadata', 'name')}-${index}`;
  return podFromTemplate(set, {
    name,
    labels: {
      'statefulset.kubernetes.io/pod-name': name,
      'apps.kubernetes.io/pod-index': String(index),
      [revisionLabel]: revisionOf(set),
    },
    spec: { hostname: name, subdomain: textAt(set, 'spec', 'serviceName') },
  });
}

const indexOf = (pod: JsonObject): number =>
  Number(/-(\d+)$/.exec(textAt(pod, 'metadata', 'name'))?.[1] ?? '-1');

/** One step at a time: first the Pods that are missing, in order, then those too many, then those of an old template. */
function step(client: ControllerClient, set: JsonObject, pods: readonly JsonObject[]): void {
  const wanted = replicasOf(set);
  const isParallel = textAt(set, 'spec', 'podManagementPolicy') === 'Parallel';
  const byIndex = new Map(pods.map((pod) => [indexOf(pod), pod]));
  for (let index = 0; index < wanted; index += 1) {
    const pod = byIndex.get(index);
    if (pod === undefined) client.create('Pod', podAt(set, index));
    if (!isParallel && (pod === undefined || !isActive(pod) || !isReady(pod))) return;
  }
  const inOrder = pods.filter(isActive).toSorted((a, b) => indexOf(b) - indexOf(a));
  const extra = inOrder.filter((pod) => indexOf(pod) >= wanted);
  const outdated = inOrder.filter(
    (pod) => textAt(pod, 'metadata', 'labels', revisionLabel) !== revisionOf(set),
  );
  const next = [...extra, ...outdated].slice(0, isParallel ? Infinity : 1);
  if (isParallel || pods.every(isActive)) for (const pod of next) client.remove('Pod', pod);
}

/** Keeps the numbered Pods of each StatefulSet. */
export const createStatefulSetController = (client: ControllerClient): Controller => ({
  keysFor: ({ resource, object }) => {
    if (resource === 'statefulsets.apps') return [listKeyOf(object)];
    return resource === 'pods' ? ownerKeysOf(object, 'StatefulSet') : [];
  },
  reconcile: (key) => {
    const { namespace, name } = splitKey(key);
    const set = client.find('StatefulSet', namespace, name);
    if (set === undefined || textAt(set, 'metadata', 'deletionTimestamp') !== '') return;
    const pods = client.listOwned('Pod', set);
    step(client, set, pods);
    const active = pods.filter(isActive);
    const ready = active.filter(isReady).length;
    const updated = active.filter(
      (pod) => textAt(pod, 'metadata', 'labels', revisionLabel) === revisionOf(set),
    ).length;
    client.setStatus('StatefulSet', set, {
      observedGeneration: numberAt(set, 'metadata', 'generation'),
      replicas: active.length,
      availableReplicas: ready,
      ...(ready > 0 && { readyReplicas: ready }),
      ...(active.length > 0 && { currentReplicas: active.length }),
      ...(updated > 0 && { updatedReplicas: updated }),
      currentRevision: revisionOf(set),
      updateRevision: revisionOf(set),
      collisionCount: 0,
    });
  },
});
