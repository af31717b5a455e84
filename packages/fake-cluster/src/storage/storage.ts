import { fieldOf, objectAt, textAt, type JsonObject } from '../json/json-value.ts';

/** One write to one object. `object` of a `DELETED` change is its last state with the revision of the deletion. */
export interface StoredChange {
  readonly revision: number;
  /** The resource's key: {@link ServedResource.key}. */
  readonly resource: string;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: JsonObject;
  readonly previous: JsonObject | undefined;
}

/** `namespace` is empty for cluster-scoped resources. */
export interface StoredKey {
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keyText = (namespace: string, name: string): string =>
  namespace === '' ? name : `${namespace}/${name}`;

/** `shop/web`, or the bare name of a cluster-scoped object: the order of lists, as in etcd. */
export const listKeyOf = (object: JsonObject): string =>
  keyText(textAt(object, 'metadata', 'namespace'), textAt(object, 'metadata', 'name'));

const withVersion = (object: JsonObject, revision: number): JsonObject => ({
  ...object,
  metadata: { ...objectAt(object, 'metadata'), resourceVersion: String(revision) },
});

/** How many changes are remembered for lists and watches that look back. */
const historyLimit = 20_000;

/** What etcd does for an API server: objects, one revision for all, and a history that can be forgotten. */
export class Storage {
  #revision = 1;
  #floor = 1;
  #history: StoredChange[] = [];
  /** Resource, namespace, name. */
  readonly #objects = new Map<string, Map<string, Map<string, JsonObject>>>();
  readonly #sorted = new Map<string, readonly JsonObject[]>();
  readonly #latest = new Map<string, number>();
  readonly #listeners = new Set<(change: StoredChange) => void>();

  get revision(): number {
    return this.#revision;
  }

  /** The oldest revision from which changes are still known. */
  get floor(): number {
    return this.#floor;
  }

  /** The revision of the resource's last change since the last `forgetHistory`, 0 for none. */
  latestOf(resource: string): number {
    return this.#latest.get(resource) ?? 0;
  }

  find({ resource, namespace, name }: StoredKey): JsonObject | undefined {
    return this.#objects.get(resource)?.get(namespace)?.get(name);
  }

  /** All objects of the resource, in the order of {@link listKeyOf}; an empty namespace means all. */
  list(resource: string, namespace = ''): readonly JsonObject[] {
    const key = `${resource} ${namespace}`;
    let sorted = this.#sorted.get(key);
    if (sorted === undefined) {
      sorted = this.listUnsorted(resource, namespace).toSorted((a, b) =>
        compareText(listKeyOf(a), listKeyOf(b)),
      );
      this.#sorted.set(key, sorted);
    }
    return sorted;
  }

  /** The same objects in no particular order, without the price of sorting them. */
  listUnsorted(resource: string, namespace = ''): readonly JsonObject[] {
    const groups = this.#objects.get(resource);
    if (groups === undefined) return [];
    return namespace === ''
      ? [...groups.values()].flatMap((group) => [...group.values()])
      : [...(groups.get(namespace)?.values() ?? [])];
  }

  /** The list as it was at a revision not before {@link floor}. */
  listAt(resource: string, namespace: string, revision: number): readonly JsonObject[] {
    const state = new Map(this.list(resource, namespace).map((object) => [listKeyOf(object), object]));
    for (const change of this.#history.toReversed()) {
      if (change.revision <= revision) break;
      const isInside = namespace === '' || textAt(change.object, 'metadata', 'namespace') === namespace;
      if (change.resource !== resource || !isInside) continue;
      if (change.previous === undefined) state.delete(listKeyOf(change.object));
      else state.set(listKeyOf(change.object), change.previous);
    }
    return [...state.values()].toSorted((a, b) => compareText(listKeyOf(a), listKeyOf(b)));
  }

  /** The resource's changes after a revision not before {@link floor}. */
  changesAfter(resource: string, revision: number): StoredChange[] {
    return this.#history.filter((change) => change.resource === resource && change.revision > revision);
  }

  /** Writes a new or changed object and answers it with its new resourceVersion. */
  put(key: StoredKey, object: JsonObject): JsonObject {
    const previous = this.find(key);
    this.#revision += 1;
    const stored = withVersion(object, this.#revision);
    this.#groupOf(key).set(key.name, stored);
    this.#record({
      revision: this.#revision,
      resource: key.resource,
      type: previous === undefined ? 'ADDED' : 'MODIFIED',
      object: stored,
      previous,
    });
    return stored;
  }

  /** Removes an object; `undefined` when it is not there. */
  remove(key: StoredKey): JsonObject | undefined {
    const previous = this.find(key);
    if (previous === undefined) return undefined;
    this.#groupOf(key).delete(key.name);
    this.#revision += 1;
    const object = withVersion(previous, this.#revision);
    this.#record({ revision: this.#revision, resource: key.resource, type: 'DELETED', object, previous });
    return object;
  }

  /** Calls back for every later change, in order, before the write returns. */
  subscribe(listener: (change: StoredChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From now on nothing before the present revision can be looked back to. */
  forgetHistory(): void {
    this.#history = [];
    this.#floor = this.#revision;
    this.#latest.clear();
  }

  #groupOf({ resource, namespace }: StoredKey): Map<string, JsonObject> {
    let groups = this.#objects.get(resource);
    if (groups === undefined) this.#objects.set(resource, (groups = new Map()));
    let group = groups.get(namespace);
    if (group === undefined) groups.set(namespace, (group = new Map()));
    return group;
  }

  #record(change: StoredChange): void {
    const namespace = textAt(fieldOf(change.object, 'metadata'), 'namespace');
    this.#sorted.delete(`${change.resource} `);
    this.#sorted.delete(`${change.resource} ${namespace}`);
    this.#latest.set(change.resource, change.revision);
    this.#history.push(change);
    if (this.#history.length > historyLimit * 1.5) {
      this.#history = this.#history.slice(-historyLimit);
      this.#floor = (this.#history[0]?.revision ?? this.#revision) - 1;
    }
    for (const listener of this.#listeners) listener(change);
  }
}
