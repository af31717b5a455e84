import { kinds, kindInfo, type Kind } from './kind.ts';
import { compareText } from './compare-text.ts';
import { KindShelf } from './kind-shelf.ts';
import { isSelectedByPairs, labelValue } from './label-selector.ts';
import { NamesByPair, pairText } from './names-by-pair.ts';
import { keyOf, objectKey, parseObjectKey, type ObjectKey } from './object-ref.ts';
import type { KindAccess, ObjectReader } from './object-reader.ts';
import type { StringMap } from './objects/object-meta.ts';
import type { TrimmedObject } from './objects/cluster-object.ts';

/** One change of one object as the update stream carries it. */
export type ObjectChange =
  | { readonly op: 'put'; readonly object: TrimmedObject }
  | { readonly op: 'remove'; readonly key: ObjectKey };

/** What a change did: `before` is absent for a new object, `after` for a removed one. */
export interface AppliedChange {
  readonly key: ObjectKey;
  readonly kind: Kind;
  readonly before: TrimmedObject | undefined;
  readonly after: TrimmedObject | undefined;
}

export const serviceNameLabel = 'kubernetes.io/service-name';

const noObjects: readonly never[] = [];

type Shelves = { readonly [K in Kind]: KindShelf<K> };

function buildShelves(): Shelves {
  return {
    Namespace: new KindShelf('Namespace'),
    Node: new KindShelf('Node'),
    IngressClass: new KindShelf('IngressClass'),
    Service: new KindShelf('Service'),
    Ingress: new KindShelf('Ingress'),
    EndpointSlice: new KindShelf('EndpointSlice'),
    Pod: new KindShelf('Pod'),
    Deployment: new KindShelf('Deployment'),
    ReplicaSet: new KindShelf('ReplicaSet'),
    StatefulSet: new KindShelf('StatefulSet'),
    DaemonSet: new KindShelf('DaemonSet'),
    Job: new KindShelf('Job'),
  };
}

/** The pairs an object is found by: a Pod by each label, a Service by the first pair of its selector. */
function indexedPairs(object: TrimmedObject): readonly (readonly [string, string])[] {
  if (object.kind === 'Pod') return Object.entries(object.metadata.labels ?? {});
  if (object.kind === 'Service')
    return Object.entries(object.spec.selector ?? {})
      .toSorted(([a], [b]) => compareText(a, b))
      .slice(0, 1);
  if (object.kind === 'EndpointSlice') {
    const serviceName = labelValue(object.metadata.labels, serviceNameLabel);
    return serviceName === undefined ? [] : [[serviceNameLabel, serviceName]];
  }
  return [];
}

/**
 * The cluster as one place holds it. `apply` is the only way in; everything else is the {@link ObjectReader}. Objects
 * are kept as given and never changed, so whoever remembers an old one may compare it by reference.
 */
export class ObjectStore implements ObjectReader {
  revision = 0;
  readonly #shelves = buildShelves();
  readonly #pairs: Partial<Record<Kind, NamesByPair>> = {
    Pod: new NamesByPair(),
    Service: new NamesByPair(),
    EndpointSlice: new NamesByPair(),
  };
  #namespaces: readonly string[] | undefined;
  #access: readonly KindAccess[] = [];

  /** Applies changes in order and says what each did; a removal of an unknown key does nothing and is left out. */
  apply(changes: readonly ObjectChange[]): readonly AppliedChange[] {
    const applied: AppliedChange[] = [];
    for (const change of changes) {
      const done = change.op === 'put' ? this.#put(change.object) : this.#remove(change.key);
      if (done !== undefined) applied.push(done);
    }
    if (applied.length > 0) {
      this.revision += 1;
      if (applied.some(({ before, after }) => before === undefined || after === undefined))
        this.#namespaces = undefined;
    }
    return applied;
  }

  setAccess(access: readonly KindAccess[]): void {
    this.#access = access;
    this.revision += 1;
  }

  find<K extends Kind>(kind: K, namespace: string | undefined, name: string): TrimmedObject<K> | undefined {
    return this.#shelf(kind).find(namespace ?? '', name);
  }

  list<K extends Kind>(kind: K, namespace?: string): readonly TrimmedObject<K>[] {
    const shelf = this.#shelf(kind);
    return namespace === undefined ? shelf.listAll() : shelf.list(namespace);
  }

  count(kind: Kind): number {
    return this.#shelves[kind].count;
  }

  listNamespaces(): readonly string[] {
    this.#namespaces ??= this.#collectNamespaces();
    return this.#namespaces;
  }

  listSlicesOf(namespace: string, serviceName: string): readonly TrimmedObject<'EndpointSlice'>[] {
    const pair = pairText(namespace, serviceNameLabel, serviceName);
    return this.#listByName('EndpointSlice', namespace, this.#pairs.EndpointSlice?.find(pair));
  }

  listPodsSelectedBy(namespace: string, selector: StringMap | undefined): readonly TrimmedObject<'Pod'>[] {
    let smallest: ReadonlySet<string> | undefined;
    for (const [key, value] of Object.entries(selector ?? {})) {
      const names = this.#pairs.Pod?.find(pairText(namespace, key, value));
      if (names === undefined) return noObjects;
      if (smallest === undefined || names.size < smallest.size) smallest = names;
    }
    return this.#listByName('Pod', namespace, smallest).filter((pod) =>
      isSelectedByPairs(pod.metadata.labels, selector),
    );
  }

  listServicesSelecting(
    namespace: string,
    labels: StringMap | undefined,
  ): readonly TrimmedObject<'Service'>[] {
    const names = new Set<string>();
    for (const [key, value] of Object.entries(labels ?? {})) {
      for (const name of this.#pairs.Service?.find(pairText(namespace, key, value)) ?? []) names.add(name);
    }
    return this.#listByName('Service', namespace, names).filter((service) =>
      isSelectedByPairs(labels, service.spec.selector),
    );
  }

  listAccess(): readonly KindAccess[] {
    return this.#access;
  }

  isKnown(kind: Kind, namespace?: string): boolean {
    const lists = this.#access.filter((access) => access.kind === kind);
    const wide = lists.filter((access) => access.namespace === undefined);
    if (wide.length > 0) return wide.every(({ state }) => state === 'ready');
    if (namespace === undefined) return false;
    return lists.some((access) => access.namespace === namespace && access.state === 'ready');
  }

  #shelf<K extends Kind>(kind: K): KindShelf<K> {
    return this.#shelves[kind];
  }

  #put(object: TrimmedObject): AppliedChange {
    const before = this.#shelves[object.kind].find(object.metadata.namespace ?? '', object.metadata.name);
    this.#reindex(before, object);
    this.#shelves[object.kind].put(object);
    return { key: keyOf(object), kind: object.kind, before, after: object };
  }

  #remove(key: ObjectKey): AppliedChange | undefined {
    const ref = parseObjectKey(key);
    if (ref === undefined) return undefined;
    const before = this.#shelves[ref.kind].find(ref.namespace ?? '', ref.name);
    if (before === undefined) return undefined;
    this.#reindex(before, undefined);
    this.#shelves[ref.kind].remove(ref.namespace ?? '', ref.name);
    return { key: objectKey(ref.kind, ref.namespace, ref.name), kind: ref.kind, before, after: undefined };
  }

  #reindex(before: TrimmedObject | undefined, after: TrimmedObject | undefined): void {
    const object = after ?? before;
    const index = object && this.#pairs[object.kind];
    if (object === undefined || index === undefined) return;
    const { name, namespace = '' } = object.metadata;
    for (const [key, value] of before ? indexedPairs(before) : [])
      index.delete(pairText(namespace, key, value), name);
    for (const [key, value] of after ? indexedPairs(after) : [])
      index.add(pairText(namespace, key, value), name);
  }

  #listByName<K extends Kind>(
    kind: K,
    namespace: string,
    names: ReadonlySet<string> | undefined,
  ): readonly TrimmedObject<K>[] {
    if (names === undefined) return noObjects;
    const shelf = this.#shelf(kind);
    return [...names].toSorted(compareText).flatMap((name) => shelf.find(namespace, name) ?? []);
  }

  #collectNamespaces(): readonly string[] {
    const names = new Set(this.list('Namespace').map(({ metadata }) => metadata.name));
    for (const kind of kinds) {
      if (!kindInfo(kind).isNamespaced) continue;
      for (const namespace of this.#shelves[kind].listNamespaces()) names.add(namespace);
    }
    return [...names].toSorted(compareText);
  }
}
