import type { EditedKind, EditedObject } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';

/**
 * One object of a draft as it would be: plain data that the page hands to the worker. `base` is what an update began
 * with: only what the draft changes of that is a change of its own. Without it the object is taken as it stands.
 */
export type ProposedChange =
  | {
      readonly operation: 'create' | 'update';
      readonly object: EditedObject;
      readonly base?: EditedObject;
    }
  | { readonly operation: 'delete'; readonly ref: ObjectRef<EditedKind> };
