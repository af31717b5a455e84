import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';

/** The next node port that nobody has, as far as the cluster is known here. */
export const useFreeNodePort = (_ref: ObjectRef<EditedKind>): number | undefined => undefined;
