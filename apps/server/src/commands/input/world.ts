import type { ObjectKey, StringMap } from '@fairlead/kube-objects';
import type { SourceObject } from '@fairlead/manifests';
import type { RoutingWorld } from '@fairlead/routing';

/** The objects that a command works on. */
export interface World extends RoutingWorld {
  /** The `data` of ConfigMaps that controllers may have settings in, by `namespace/name`. */
  readonly configMaps: ReadonlyMap<string, StringMap>;
  /** Where objects are written; empty for those of a live cluster. */
  readonly sources: ReadonlyMap<ObjectKey, SourceObject>;
}
