import { kinds, kindInfo, type Kind } from './kind.ts';
import { isSelectedByPairs, labelValue } from './label-selector.ts';
import { keyOf, objectKey, parseObjectKey, type ObjectKey } from './object-ref.ts';
import type { KindAccess, ObjectReader } from './object-reader.ts';
import type { StringMap } from './objects/object-meta.ts';
import type { ObjectOf, TrimmedObject } from './objects/cluster-object.ts';

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
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The objects of one kind, in the groups in which they are read. Sorted lists are made on first reading. */
class KindShelf<K extends Kind> {
  readonly byNamespace = new Map<string, Map<string, TrimmedObject<K>>>();
  readonly #sorted = new Map<string, readonly TrimmedObject<K>[]>();
  #all: readonly TrimmedObject<K>[] | undefined;
  count = 0;

  find(namespace: string, name: string): TrimmedObject<K> | undefined {
    return this.byNamespace.get(namespace)?.get(name);
  }

  put(namespace: string, name: string, object: TrimmedObject<K>): void {
    let group = this.byNamespace.get(namespace);
    if (group === undefined) this.byNamespace.set(namespace, (group = new Map()));
    if (!group.has(name)) this.count += 1;
    group.set(name, object);
    this.#forget(namespace);
  }

  remove(namespace: string, name: string): void {
    const group = this.byNamespace.get(namespace);
    if (group?.delete(name) !== true) return;
    this.count -= 1;
    if (group.size === 0) this.byNamespace.delete(namespace);
    this.#forget(namespace);
  }

  list(namespace: string): readonly TrimmedObject<K>[] {
    let list = this.#sorted.get(namespace);
    if (list === undefined) {
      const group = this.byNamespace.get(namespace);
      if (group === undefined) return noObjects;
      list = [...group.values()].sort((a, b) => compareText(a.metadata.name, b.metadata.name));
      this.#sorted.set(namespace, list);
    }
    return list;
  }

  listAll(): readonly TrimmedObject<K>[] {
    this.#all ??= [...this.byNamespace.keys()]
      .sort(compareText)
      .flatMap((namespace) => [...this.list(namespace)]);
    return this.#all;
  }

  #forget(namespace: string): void {
    this.#sorted.delete(namespace);
    this.#all = undefined;
  }
}

/** Which objects carry a label pair (or another text), per namespace: makes selectors cheap. */
class NamesByText {
  readonly #names = new Map<string, Set<string>>();

  add(text: string, name: string): void {
    const names = this.#names.get(text);
    if (names === undefined) this.#names.set(text, new Set([name]));
    else names.add(name);
  }

  delete(text: string, name: string): void {
    const names = this.#names.get(text);
    if (names?.delete(name) === true && names.size === 0) this.#names.delete(text);
  }

  find(text: string): ReadonlySet<string> | undefined {
    return this.#names.get(text);
  }
}

type Shelves = { readonly [K in Kind]: KindShelf<K> };

function buildShelves(): Shelves {
  return {
    Namespace: new KindShelf(),
    Node: new KindShelf(),
    IngressClass: new KindShelf(),
    Service: new KindShelf(),
    Ingress: new KindShelf(),
    EndpointSlice: new KindShelf(),
    Pod: new KindShelf(),
    Deployment: new KindShelf(),
    ReplicaSet: new KindShelf(),
    StatefulSet: new KindShelf(),
    DaemonSet: new KindShelf(),
    Job: new KindShelf(),
  };
}

const pairText = (namespace: string, key: string, value: string): string => `${namespace}\n${key}\n${value}`;

/** The pairs an object is found by: a Pod by each label, a Service by the first pair of its selector. */
function indexedPairs(object: TrimmedObject): readonly (readonly [string, string])[] {
  if (object.kind === 'Pod') return Object.entries(object.metadata.labels ?? {});
  if (object.kind === 'Service')
    return Object.entries(object.spec.selector ?? {})
      .sort(([a], [b]) => compareText(a, b))
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
  readonly #pairs: Partial<Record<Kind, NamesByText>> = {
    Pod: new NamesByText(),
    Service: new NamesByText(),
    EndpointSlice: new NamesByText(),
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
    return this.#listByName(
      'EndpointSlice',
      namespace,
      this.#findNames('EndpointSlice', namespace, serviceNameLabel, serviceName),
    );
  }

  listPodsSelectedBy(namespace: string, selector: StringMap | undefined): readonly TrimmedObject<'Pod'>[] {
    let smallest: ReadonlySet<string> | undefined;
    for (const [key, value] of Object.entries(selector ?? {})) {
      const names = this.#findNames('Pod', namespace, key, value);
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
      for (const name of this.#findNames('Service', namespace, key, value) ?? []) names.add(name);
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
    putOn(this.#shelves, object);
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

  #findNames(kind: Kind, namespace: string, key: string, value: string): ReadonlySet<string> | undefined {
    return this.#pairs[kind]?.find(pairText(namespace, key, value));
  }

  #listByName<K extends Kind>(
    kind: K,
    namespace: string,
    names: ReadonlySet<string> | undefined,
  ): readonly TrimmedObject<K>[] {
    if (names === undefined) return noObjects;
    const shelf = this.#shelf(kind);
    return [...names].sort(compareText).flatMap((name) => shelf.find(namespace, name) ?? []);
  }

  #collectNamespaces(): readonly string[] {
    const names = new Set(this.list('Namespace').map(({ metadata }) => metadata.name));
    for (const kind of kinds) {
      if (!kindInfo(kind).isNamespaced) continue;
      for (const namespace of this.#shelves[kind].byNamespace.keys()) names.add(namespace);
    }
    return [...names].sort(compareText);
  }
}

function putOn(shelves: Shelves, object: TrimmedObject): void {
  const place = <K extends Kind>(shelf: KindShelf<K>, found: ObjectOf<K>): void =>
    shelf.put(found.metadata.namespace ?? '', found.metadata.name, found);
  switch (object.kind) {
    case 'Namespace':
      return place(shelves.Namespace, object);
    case 'Node':
      return place(shelves.Node, object);
    case 'IngressClass':
      return place(shelves.IngressClass, object);
    case 'Service':
      return place(shelves.Service, object);
    case 'Ingress':
      return place(shelves.Ingress, object);
    case 'EndpointSlice':
      return place(shelves.EndpointSlice, object);
    case 'Pod':
      return place(shelves.Pod, object);
    case 'Deployment':
      return place(shelves.Deployment, object);
    case 'ReplicaSet':
      return place(shelves.ReplicaSet, object);
    case 'StatefulSet':
      return place(shelves.StatefulSet, object);
    case 'DaemonSet':
      return place(shelves.DaemonSet, object);
    case 'Job':
      return place(shelves.Job, object);
  }
}
