import { textAt } from '../json/json-value.ts';
import { isServedKind, servedResources } from '../resources/resource-table.ts';
import type { Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';

/** Empties a namespace that is being deleted, then lets it go. Objects with finalizers hold it. */
export const createNamespaceController = (client: ControllerClient): Controller => ({
  keysFor: ({ resource, type, object }) => {
    if (resource === 'namespaces') return type === 'DELETED' ? [] : [textAt(object, 'metadata', 'name')];
    return type === 'DELETED' ? [textAt(object, 'metadata', 'namespace')] : [];
  },
  reconcile: (name) => {
    const namespace = client.find('Namespace', '', name);
    if (namespace === undefined || textAt(namespace, 'metadata', 'deletionTimestamp') === '') return;
    let left = 0;
    for (const { kind, isNamespaced } of servedResources) {
      if (!isNamespaced || !isServedKind(kind)) continue;
      for (const object of client.list(kind, name)) client.remove(kind, object);
      left += client.list(kind, name).length;
    }
    if (left === 0) client.context.storage.remove({ resource: 'namespaces', namespace: '', name });
  },
});
