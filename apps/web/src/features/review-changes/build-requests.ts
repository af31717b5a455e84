import type { ApplyRequest, DryRunRequest } from '@fairlead/api-contract';
import type { EditedObject } from '@fairlead/edits';

/** What is to be done to one object, as far as it is known here. */
export type Intent =
  | { readonly operation: 'create'; readonly mine: EditedObject }
  | { readonly operation: 'update'; readonly base: EditedObject; readonly mine: EditedObject }
  | { readonly operation: 'delete'; readonly base: EditedObject };

type Wire = Extract<DryRunRequest, { operation: 'create' }>['mine'];
type StoredWire = Extract<DryRunRequest, { operation: 'delete' }>['base'];

const toWire = (object: EditedObject): Wire => ({
  ...object,
  metadata: { ...object.metadata, namespace: object.metadata.namespace ?? '' },
});

const toStoredWire = (object: EditedObject): StoredWire => ({
  ...object,
  metadata: {
    ...object.metadata,
    namespace: object.metadata.namespace ?? '',
    uid: object.metadata.uid ?? '',
    resourceVersion: object.metadata.resourceVersion ?? '',
  },
});

export function buildDryRun(intent: Intent): DryRunRequest {
  switch (intent.operation) {
    case 'create':
      return { operation: 'create', mine: toWire(intent.mine) };
    case 'update':
      return { operation: 'update', base: toStoredWire(intent.base), mine: toWire(intent.mine) };
    case 'delete':
      return { operation: 'delete', base: toStoredWire(intent.base) };
  }
}

/** `reviewed`: the resourceVersion of the live object that the person saw; nothing is sent when live has another. */
export function buildApply(intent: Intent, clusterId: string, reviewed: string): ApplyRequest {
  const request = buildDryRun(intent);
  return request.operation === 'create'
    ? { ...request, clusterId }
    : { ...request, clusterId, reviewedResourceVersion: reviewed };
}
