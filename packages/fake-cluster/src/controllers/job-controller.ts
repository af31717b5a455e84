import { numberAt, textAt, type JsonObject } from '../json/json-value.ts';
import { listKeyOf } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import { podFromTemplate } from './pod-from-template.ts';
import { isActive, isReady, ownerKeysOf } from './pod-state.ts';

const inPhase = (pods: readonly JsonObject[], phase: string): number =>
  pods.filter((pod) => textAt(pod, 'status', 'phase') === phase).length;

function statusOf(job: JsonObject, pods: readonly JsonObject[], now: string): JsonObject {
  const succeeded = inPhase(pods, 'Succeeded');
  const failed = inPhase(pods, 'Failed');
  const active = pods.filter(isActive);
  const isComplete = succeeded >= numberAt(job, 'spec', 'completions');
  const ended = textAt(job, 'status', 'completionTime') || now;
  const conditions = ['SuccessCriteriaMet', 'Complete'].map((type) => ({
    type,
    status: 'True',
    lastProbeTime: ended,
    lastTransitionTime: ended,
    reason: 'CompletionsReached',
    message: 'Reached expected number of succeeded pods',
  }));
  return {
    startTime: textAt(job, 'status', 'startTime') || now,
    ...(active.length > 0 && { active: active.length }),
    ready: active.filter(isReady).length,
    ...(succeeded > 0 && { succeeded }),
    ...(failed > 0 && { failed }),
    ...(isComplete && { completionTime: ended, conditions }),
  };
}

/** Runs Pods until enough of them have succeeded. */
export const createJobController = (client: ControllerClient): Controller => ({
  keysFor: ({ resource, object }) => {
    if (resource === 'jobs.batch') return [listKeyOf(object)];
    return resource === 'pods' ? ownerKeysOf(object, 'Job') : [];
  },
  reconcile: (key) => {
    const { namespace, name } = splitKey(key);
    const job = client.find('Job', namespace, name);
    if (job === undefined || textAt(job, 'metadata', 'deletionTimestamp') !== '') return;
    const pods = client.listOwned('Pod', job);
    const active = pods.filter(isActive).length;
    const left = numberAt(job, 'spec', 'completions') - inPhase(pods, 'Succeeded') - active;
    const free = numberAt(job, 'spec', 'parallelism') - active;
    for (let count = 0; count < Math.min(left, free); count += 1) client.create('Pod', podFromTemplate(job));
    client.setStatus('Job', job, statusOf(job, pods, client.now));
  },
});
