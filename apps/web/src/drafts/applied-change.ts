import type { EditedKind, EditedObject } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';

/** A change that this browser sent and the API server stored. */
export interface AppliedChange {
  readonly id: string;
  readonly clusterId: string;
  readonly operation: 'create' | 'update' | 'delete';
  readonly ref: ObjectRef<EditedKind>;
  /** Live just before; `undefined` for a create. */
  readonly before: EditedObject | undefined;
  /** As stored; `undefined` for a delete. */
  readonly after: EditedObject | undefined;
  /** RFC 3339, by this browser's clock. */
  readonly appliedAt: string;
  /** The change that took this one back. */
  readonly undoneBy: string | undefined;
}
