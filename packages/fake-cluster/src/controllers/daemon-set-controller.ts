import { numberAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { listKeyOf } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import { podFromTemplate, templateHash } from './pod-from-template.ts';
import { isActive, isReady, ownerKeysOf } from './pod-state.ts';
import { fitsNode } from './scheduler.ts';

const revisionLabel = 'controller-revision-hash';
const revisionOf = (set: JsonObject): string => templateHash(objectAt(set, 'spec', 'template'));
const nodeOf = (pod: JsonObject): string => textAt(pod, 'spec', 'nodeName');

function statusOf(set: JsonObject, pods: readonly JsonObject[], wanted: number): JsonObject {
  const ready = pods.filter(isReady).length;
  return {
    currentNumberScheduled: pods.length,
    numberMisscheduled: 0,
    desiredNumberScheduled: wanted,
    numberReady: ready,
    observedGeneration: numberAt(set, 'metadata', 'generation'),
    updatedNumberScheduled: pods.length,
    ...(ready > 0 && { numberAvailable: ready }),
    ...(wanted > ready && { numberUnavailable: wanted - ready }),
  };
}

/** Keeps one Pod of each DaemonSet on every Node its Pods may run on; one outdated Pod at a time is replaced. */
export const createDaemonSetController = (client: ControllerClient): Controller => ({
  keysFor: ({ resource, object }) => {
    if (resource === 'daemonsets.apps') return [listKeyOf(object)];
    if (resource === 'nodes') return client.list('DaemonSet').map(listKeyOf);
    return resource === 'pods' ? ownerKeysOf(object, 'DaemonSet') : [];
  },
  reconcile: (key) => {
    const { namespace, name } = splitKey(key);
    const set = client.find('DaemonSet', namespace, name);
    if (set === undefined || textAt(set, 'metadata', 'deletionTimestamp') !== '') return;
    const nodes = client
      .list('Node')
      .filter((node) => fitsNode(objectAt(set, 'spec', 'template', 'spec'), node))
      .map((node) => textAt(node, 'metadata', 'name'));
    const active = client.listOwned('Pod', set).filter(isActive);
    const labels = { [revisionLabel]: revisionOf(set) };
    for (const nodeName of nodes.filter((node) => !active.some((pod) => nodeOf(pod) === node))) {
      client.create('Pod', podFromTemplate(set, { labels, spec: { nodeName } }));
    }
    const misplaced = active.filter((pod) => !nodes.includes(nodeOf(pod)));
    const outdated = active.filter(
      (pod) => textAt(pod, 'metadata', 'labels', revisionLabel) !== revisionOf(set),
    );
    const mayReplace = active.every(isReady);
    for (const pod of [...misplaced, ...(mayReplace ? outdated.slice(0, 1) : [])]) client.remove('Pod', pod);
    client.setStatus('DaemonSet', set, statusOf(set, active, nodes.length));
  },
});
