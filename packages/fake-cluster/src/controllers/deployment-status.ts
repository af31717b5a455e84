import { isJsonObject, listAt, numberAt, textAt, type JsonObject } from '../json/json-value.ts';
import { replicasOf } from './replica-set-controller.ts';

interface Situation {
  readonly current: JsonObject | undefined;
  readonly all: readonly JsonObject[];
  readonly now: string;
}

const sum = (objects: readonly JsonObject[], field: string): number =>
  objects.reduce((total, object) => total + numberAt(object, 'status', field), 0);

/** A condition that keeps its time while its status stays. */
function condition(deployment: JsonObject, next: JsonObject, now: string): JsonObject {
  const before = listAt(deployment, 'status', 'conditions')
    .filter(isJsonObject)
    .find((entry) => textAt(entry, 'type') === textAt(next, 'type'));
  const isSame = before !== undefined && textAt(before, 'status') === textAt(next, 'status');
  const lastTransitionTime = isSame ? textAt(before, 'lastTransitionTime') : now;
  const isSameReason = isSame && textAt(before, 'reason') === textAt(next, 'reason');
  const lastUpdateTime = isSameReason ? textAt(before, 'lastUpdateTime') : now;
  return { ...next, lastTransitionTime, lastUpdateTime };
}

const availability = (isAvailable: boolean): JsonObject => ({
  type: 'Available',
  status: isAvailable ? 'True' : 'False',
  reason: isAvailable ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
  message: `Deployment ${isAvailable ? 'has' : 'does not have'} minimum availability.`,
});

function progress(deployment: JsonObject, isComplete: boolean, current: JsonObject | undefined): JsonObject {
  const name = textAt(current, 'metadata', 'name') || textAt(deployment, 'metadata', 'name');
  return {
    type: 'Progressing',
    status: 'True',
    reason: isComplete ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated',
    message: `ReplicaSet "${name}" ${isComplete ? 'has successfully progressed.' : 'is progressing.'}`,
  };
}

/** `status` of a Deployment as its ReplicaSets stand. */
export function deploymentStatus(deployment: JsonObject, { current, all, now }: Situation): JsonObject {
  const wanted = replicasOf(deployment);
  const replicas = sum(all, 'replicas');
  const ready = sum(all, 'readyReplicas');
  const updated = current === undefined ? 0 : numberAt(current, 'status', 'replicas');
  const unavailable = Math.max(0, wanted - ready);
  const isComplete = updated === wanted && ready >= wanted && replicas === updated;
  return {
    observedGeneration: numberAt(deployment, 'metadata', 'generation'),
    ...(replicas > 0 && { replicas }),
    ...(updated > 0 && { updatedReplicas: updated }),
    ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
    ...(unavailable > 0 && { unavailableReplicas: unavailable }),
    conditions: [
      condition(deployment, availability(ready >= wanted - Math.floor(wanted / 4)), now),
      condition(deployment, progress(deployment, isComplete, current), now),
    ],
  };
}
