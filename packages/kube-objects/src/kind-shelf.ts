import { compareText } from './compare-text.ts';
import type { Kind } from './kind.ts';
import type { TrimmedObject } from './objects/cluster-object.ts';

const noObjects: readonly never[] = [];

/** The objects of one kind, in the groups in which they are read. Sorted lists are made on first reading. */
export class KindShelf<K extends Kind> {
  readonly kind: K;
  count = 0;
  readonly #byNamespace = new Map<string, Map<string, TrimmedObject<K>>>();
  readonly #sorted = new Map<string, readonly TrimmedObject<K>[]>();
  #all: readonly TrimmedObject<K>[] | undefined;

  constructor(kind: K) {
    this.kind = kind;
  }

  find(namespace: string, name: string): TrimmedObject<K> | undefined {
    return this.#byNamespace.get(namespace)?.get(name);
  }

  put(object: TrimmedObject): void {
    if (!this.#isOurs(object)) throw new Error(`a ${object.kind} was put among objects of kind ${this.kind}`);
    const { namespace = '', name } = object.metadata;
    let group = this.#byNamespace.get(namespace);
    if (group === undefined) this.#byNamespace.set(namespace, (group = new Map()));
    if (!group.has(name)) this.count += 1;
    group.set(name, object);
    this.#forget(namespace);
  }

  remove(namespace: string, name: string): void {
    const group = this.#byNamespace.get(namespace);
    if (group?.delete(name) !== true) return;
    this.count -= 1;
    if (group.size === 0) this.#byNamespace.delete(namespace);
    this.#forget(namespace);
  }

  list(namespace: string): readonly TrimmedObject<K>[] {
    let list = this.#sorted.get(namespace);
    if (list === undefined) {
      const group = this.#byNamespace.get(namespace);
      if (group === undefined) return noObjects;
      list = [...group.values()].toSorted((a, b) => compareText(a.metadata.name, b.metadata.name));
      this.#sorted.set(namespace, list);
    }
    return list;
  }

  listAll(): readonly TrimmedObject<K>[] {
    this.#all ??= [...this.#byNamespace.keys()]
      .toSorted(compareText)
      .flatMap((namespace) => this.list(namespace));
    return this.#all;
  }

  listNamespaces(): Iterable<string> {
    return this.#byNamespace.keys();
  }

  #isOurs(object: TrimmedObject): object is TrimmedObject & TrimmedObject<K> {
    return object.kind === this.kind;
  }

  #forget(namespace: string): void {
    this.#sorted.delete(namespace);
    this.#all = undefined;
  }
}
