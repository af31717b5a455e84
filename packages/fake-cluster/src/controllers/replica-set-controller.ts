import { fieldOf, numberAt, textAt, type JsonObject } from '../json/json-value.ts';
import { listKeyOf } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import { podFromTemplate } from './pod-from-template.ts';
import { inOrderOfRemoval, isActive, isReady, ownerKeysOf } from './pod-state.ts';

/** How many Pods the workload wants; 1 when nobody said. */
export function replicasOf(workload: JsonObject): number {
  const replicas = fieldOf(fieldOf(workload, 'spec'), 'replicas');
  return typeof replicas === 'number' ? replicas : 1;
}

function scale(client: ControllerClient, replicaSet: JsonObject, active: readonly JsonObject[]): void {
  const missing = replicasOf(replicaSet) - active.length;
  for (let count = 0; count < missing; count += 1) client.create('Pod', podFromTemplate(replicaSet));
  for (const pod of inOrderOfRemoval(active).slice(0, Math.max(0, -missing))) client.remove('Pod', pod);
}

/** Keeps as many Pods as each ReplicaSet wants. */
export const createReplicaSetController = (client: ControllerClient): Controller => ({
  keysFor: ({ resource, object }) => {
    if (resource === 'replicasets.apps') return [listKeyOf(object)];
    return resource === 'pods' ? ownerKeysOf(object, 'ReplicaSet') : [];
  },
  reconcile: (key) => {
    const { namespace, name } = splitKey(key);
    const replicaSet = client.find('ReplicaSet', namespace, name);
    if (replicaSet === undefined || textAt(replicaSet, 'metadata', 'deletionTimestamp') !== '') return;
    const active = client.listOwned('Pod', replicaSet).filter(isActive);
    scale(client, replicaSet, active);
    const ready = active.filter(isReady).length;
    client.setStatus('ReplicaSet', replicaSet, {
      replicas: active.length,
      ...(active.length > 0 && { fullyLabeledReplicas: active.length }),
      ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
      observedGeneration: numberAt(replicaSet, 'metadata', 'generation'),
    });
  },
});
