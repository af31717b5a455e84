import type { SetPathField } from '@fairlead/edits';
import type { IngressPathPlace } from '@fairlead/routing';
import { pathNameOf } from './edit-backend.ts';

/** The edit that has a path compared in another way. */
export const editPathType = (
  place: IngressPathPlace,
  to: 'Prefix' | 'ImplementationSpecific',
): SetPathField => ({
  kind: 'set-path-field',
  target: pathNameOf(place),
  field: 'pathType',
  from: place.path.pathType,
  to,
});
