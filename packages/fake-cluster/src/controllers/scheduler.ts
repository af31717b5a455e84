import { labelValue } from '@fairlead/kube-objects';
import { listAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { parseStored } from '../storage/parse-stored.ts';
import { listKeyOf } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import type { RecordEvent } from './event-recorder.ts';

/** Whether Pods of the spec may run on the Node, by its labels. Taints and resources are not looked at. */
export function fitsNode(podSpec: JsonObject, node: JsonObject): boolean {
  const { labels } = parseStored('Node', node).metadata;
  return Object.entries(objectAt(podSpec, 'nodeSelector')).every(
    ([key, value]) => labelValue(labels, key) === value,
  );
}

const isWaiting = (pod: JsonObject): boolean =>
  textAt(pod, 'spec', 'nodeName') === '' && textAt(pod, 'metadata', 'deletionTimestamp') === '';

function scheduledStatus(pod: JsonObject, condition: JsonObject): JsonObject {
  const others = listAt(pod, 'status', 'conditions').filter(
    (entry) => textAt(entry, 'type') !== 'PodScheduled',
  );
  return { ...objectAt(pod, 'status'), conditions: [...others, { type: 'PodScheduled', ...condition }] };
}

/** Puts every new Pod on the fitting Node that has the fewest. */
export function createScheduler(client: ControllerClient, record: RecordEvent): Controller {
  const podCounts = new Map<string, number>();

  const pick = (nodes: readonly JsonObject[]): string | undefined =>
    nodes
      .map((node) => textAt(node, 'metadata', 'name'))
      .toSorted((a, b) => (podCounts.get(a) ?? 0) - (podCounts.get(b) ?? 0) || (a < b ? -1 : 1))[0];

  const leaveWaiting = (pod: JsonObject, nodeCount: number): void => {
    const message = `0/${nodeCount} nodes are available: ${nodeCount} node(s) didn't match Pod's node affinity/selector.`;
    const isKnown = listAt(pod, 'status', 'conditions').some((entry) => textAt(entry, 'message') === message);
    if (isKnown) return;
    const condition = { status: 'False', reason: 'Unschedulable', message, lastTransitionTime: client.now };
    client.setStatus('Pod', pod, scheduledStatus(pod, condition));
    record({
      about: pod,
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
      component: 'default-scheduler',
    });
  };

  return {
    keysFor: ({ resource, object, previous, type }) => {
      if (resource === 'nodes') return client.list('Pod').filter(isWaiting).map(listKeyOf);
      if (resource !== 'pods') return [];
      const [now, then] = [object, previous].map((pod) => textAt(pod, 'spec', 'nodeName'));
      if (type === 'DELETED' && then !== undefined) podCounts.set(then, (podCounts.get(then) ?? 1) - 1);
      else if (now !== undefined && now !== '' && now !== then)
        podCounts.set(now, (podCounts.get(now) ?? 0) + 1);
      return isWaiting(object) && type !== 'DELETED' ? [listKeyOf(object)] : [];
    },
    reconcile: (key) => {
      const { namespace, name } = splitKey(key);
      const pod = client.find('Pod', namespace, name);
      if (pod === undefined || !isWaiting(pod)) return;
      const nodes = client.list('Node');
      const nodeName = pick(nodes.filter((node) => fitsNode(objectAt(pod, 'spec'), node)));
      if (nodeName === undefined) return leaveWaiting(pod, nodes.length);
      client.bind(pod, nodeName, scheduledStatus(pod, { status: 'True', lastTransitionTime: client.now }));
      const message = `Successfully assigned ${key} to ${nodeName}`;
      record({ about: pod, type: 'Normal', reason: 'Scheduled', message, component: 'default-scheduler' });
    },
  };
}
