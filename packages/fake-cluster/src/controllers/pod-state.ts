import { listAt, textAt, type JsonObject } from '../json/json-value.ts';

/** Whether the Pod still runs or will: not marked for deletion, not ended. */
export const isActive = (pod: JsonObject): boolean =>
  textAt(pod, 'metadata', 'deletionTimestamp') === '' &&
  !['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase'));

export const isReady = (pod: JsonObject): boolean =>
  listAt(pod, 'status', 'conditions').some(
    (condition) => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
  );

/** Pods that go first when there are too many: not ready ones, then the youngest. */
export const inOrderOfRemoval = (pods: readonly JsonObject[]): JsonObject[] =>
  pods.toSorted((a, b) => {
    const byReadiness = Number(isReady(a)) - Number(isReady(b));
    const [timeA, timeB] = [a, b].map((pod) => textAt(pod, 'metadata', 'creationTimestamp'));
    const byAge = timeA === timeB ? 0 : (timeA ?? '') > (timeB ?? '') ? -1 : 1;
    return byReadiness || byAge;
  });

/** Names of the workloads of one kind that a change of a Pod or of the workload itself concerns. */
export function ownerKeysOf(pod: JsonObject, kind: string): string[] {
  return listAt(pod, 'metadata', 'ownerReferences')
    .filter((owner) => textAt(owner, 'kind') === kind)
    .map((owner) => `${textAt(pod, 'metadata', 'namespace')}/${textAt(owner, 'name')}`);
}
