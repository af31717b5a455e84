import type { SetEntry } from '@fairlead/edits';
import { labelValue, type Ingress, type Service } from '@fairlead/kube-objects';

/** The edit that gives an annotation a value, or takes it away. */
export const editAnnotation = (
  { metadata }: Ingress | Service,
  key: string,
  to: string | undefined,
): SetEntry => ({
  kind: 'set-entry',
  map: 'annotations',
  key,
  from: labelValue(metadata.annotations, key),
  to,
});
