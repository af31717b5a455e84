import {
  keyOf,
  parseObjectKey,
  type AppliedChange,
  type Ingress,
  type ObjectKey,
  type ObjectReader,
  type Service,
} from '@fairlead/kube-objects';
import type { IngressPathPlace } from '@fairlead/routing';
import {
  backendKey,
  claimKey,
  classKey,
  clusterIpKey,
  hostKey,
  lookupKeysOf,
  serviceNameKey,
} from './lookup-keys.ts';

/** Questions across objects that the object store has no index for. Answers are in order of object key. */
export interface ClusterLookups {
  /** The Ingresses of the namespace that name the Service as a backend. */
  listIngressesTo(namespace: string, serviceName: string): readonly Ingress[];
  /** The Ingresses, of all namespaces and classes, with a rule for the same host and path, of any pathType. */
  listIngressesClaiming(place: Pick<IngressPathPlace, 'host' | 'path'>): readonly Ingress[];
  /** The Ingresses, of all namespaces and classes, with a rule for that very host; empty text is any host. */
  listIngressesWithHost(host: string): readonly Ingress[];
  /** The Ingresses of all namespaces that name the class, by field or annotation. */
  listIngressesOfClass(name: string): readonly Ingress[];
  listServicesWithClusterIp(address: string): readonly Service[];
  /** The Services of that name in all namespaces. */
  listServicesNamed(name: string): readonly Service[];
}

/** Which objects are found under a lookup key, in order. */
export interface Lookup {
  list(lookupKey: string): readonly ObjectKey[];
}

/** Which objects are found under a lookup key, kept up to date with the changes of the store. */
export class LookupIndex implements Lookup {
  readonly #objects = new Map<string, Set<ObjectKey>>();

  constructor(reader: ObjectReader) {
    for (const kind of ['Ingress', 'Service'] as const)
      for (const object of reader.list(kind)) this.#add(lookupKeysOf(object), keyOf(object));
  }

  apply({ key, before, after }: AppliedChange): void {
    for (const lookupKey of lookupKeysOf(before)) {
      const keys = this.#objects.get(lookupKey);
      if (keys?.delete(key) === true && keys.size === 0) this.#objects.delete(lookupKey);
    }
    this.#add(lookupKeysOf(after), key);
  }

  list(lookupKey: string): readonly ObjectKey[] {
    return [...(this.#objects.get(lookupKey) ?? [])].sort();
  }

  #add(lookupKeys: ReadonlySet<string>, key: ObjectKey): void {
    for (const lookupKey of lookupKeys) {
      const keys = this.#objects.get(lookupKey);
      if (keys === undefined) this.#objects.set(lookupKey, new Set([key]));
      else keys.add(key);
    }
  }
}

/** An index as it would be after some changes; the one below stays as it is. */
export class OverlaidIndex implements Lookup {
  readonly #below: Lookup;
  readonly #changes: readonly {
    readonly key: ObjectKey;
    readonly gone: ReadonlySet<string>;
    readonly found: ReadonlySet<string>;
  }[];

  constructor(below: Lookup, applied: readonly AppliedChange[]) {
    this.#below = below;
    this.#changes = applied.map(({ key, before, after }) => ({
      key,
      gone: lookupKeysOf(before),
      found: lookupKeysOf(after),
    }));
  }

  list(lookupKey: string): readonly ObjectKey[] {
    const keys = new Set(this.#below.list(lookupKey));
    for (const { key, gone, found } of this.#changes) {
      if (gone.has(lookupKey)) keys.delete(key);
      if (found.has(lookupKey)) keys.add(key);
    }
    return [...keys].sort();
  }
}

interface LookupSource {
  readonly reader: ObjectReader;
  readonly index: Lookup;
  /** Told every key that was looked up. */
  readonly note: (lookupKey: string) => void;
}

/** The lookups over an index, noting what was asked. */
export function buildLookups({ reader, index, note }: LookupSource): ClusterLookups {
  const list = <K extends 'Ingress' | 'Service'>(kind: K, lookupKey: string) => {
    note(lookupKey);
    return index.list(lookupKey).flatMap((key) => {
      const ref = parseObjectKey(key);
      return (ref && reader.find(kind, ref.namespace, ref.name)) ?? [];
    });
  };
  return {
    listIngressesTo: (namespace, serviceName) => list('Ingress', backendKey(namespace, serviceName)),
    listIngressesClaiming: (place) => list('Ingress', claimKey(place)),
    listIngressesWithHost: (host) => list('Ingress', hostKey(host)),
    listIngressesOfClass: (name) => list('Ingress', classKey(name)),
    listServicesWithClusterIp: (address) => list('Service', clusterIpKey(address)),
    listServicesNamed: (name) => list('Service', serviceNameKey(name)),
  };
}
