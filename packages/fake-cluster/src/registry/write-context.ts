import type { ServicePools } from '../allocation/allocate-service.ts';
import { timestampOf, type Clock } from '../clock.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { Random } from '../random.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import type { Subject } from '../status/refusals.ts';
import type { Storage, StoredKey } from '../storage/storage.ts';

/** What writing objects needs. */
export interface WriteContext {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly pools: ServicePools;
}

/** How one write is to be done. */
export interface WriteOptions {
  /** The `fieldManager` that is noted. */
  readonly manager: string;
  readonly isDryRun: boolean;
  /** Only `status` is written. */
  readonly isStatus: boolean;
}

export const timeNow = (context: Pick<WriteContext, 'clock'>): string => timestampOf(context.clock.now());

export const keyFor = (served: ServedResource, namespace: string, name: string): StoredKey => ({
  resource: served.key,
  namespace: served.isNamespaced ? namespace : '',
  name,
});

export const subjectFor = (served: ServedResource, name: string): Subject => ({
  group: served.group,
  resource: served.resource,
  name,
});

/** A stored or answered object and whether the write made it. */
export interface Written {
  readonly object: JsonObject;
  readonly isNew: boolean;
}
