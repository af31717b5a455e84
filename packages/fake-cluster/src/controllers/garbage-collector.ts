import { isKind } from '@fairlead/kube-objects';
import { listAt, textAt } from '../json/json-value.ts';
import { servedResources } from '../resources/resource-table.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';

const owningResources = [
  'services',
  'deployments.apps',
  'replicasets.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'jobs.batch',
];

/** Removes what a removed object owned (background deletion). */
export const createGarbageCollector = (client: ControllerClient): Controller => ({
  keysFor: ({ resource, type, object }) =>
    type === 'DELETED' && owningResources.includes(resource)
      ? [`${textAt(object, 'metadata', 'namespace')}/${textAt(object, 'metadata', 'uid')}`]
      : [],
  reconcile: (key) => {
    const { namespace, name: uid } = splitKey(key);
    for (const { kind, isNamespaced } of servedResources) {
      if (!isNamespaced || !isKind(kind)) continue;
      for (const object of client.list(kind, namespace)) {
        const owners = listAt(object, 'metadata', 'ownerReferences');
        if (owners.some((owner) => textAt(owner, 'uid') === uid)) client.remove(kind, object);
      }
    }
  },
});
