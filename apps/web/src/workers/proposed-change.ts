import type { EditedKind, EditedObject } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';

/** One object of a draft as it would be: plain data that the page hands to the worker. */
export type ProposedChange =
  | { readonly operation: 'create' | 'update'; readonly object: EditedObject }
  | { readonly operation: 'delete'; readonly ref: ObjectRef<EditedKind> };
