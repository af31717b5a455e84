import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { Selection } from './selection.ts';

const missingService = /^ghost:Service\/([^/]+)\/([^/]+)$/;

export interface SelectedRule {
  readonly ref: ObjectRef<EditedKind> & { readonly namespace: string };
  readonly row: readonly string[];
}

/** What of a selection can be led elsewhere; `undefined`: it is of a kind that leads nowhere by itself. */
export function connectTargetOf({ id, ref, row }: Selection): SelectedRule | undefined {
  const [, namespace, name] = missingService.exec(id) ?? [];
  if (namespace !== undefined && name !== undefined)
    return { ref: { kind: 'Service', namespace, name }, row: [] };
  if (ref?.namespace === undefined || (ref.kind !== 'Ingress' && ref.kind !== 'Service')) return undefined;
  return { ref: { kind: ref.kind, namespace: ref.namespace, name: ref.name }, row };
}
