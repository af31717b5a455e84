import { compareText } from './compare-text.ts';
import { kindInfo, kinds, type Kind } from './kind.ts';
import { keyOf, objectKey, parseObjectKey, type ObjectKey } from './object-ref.ts';
import type { KindAccess, ObjectReader } from './object-reader.ts';
import { ObjectStore, type AppliedChange, type ObjectChange } from './object-store.ts';
import type { StringMap } from './objects/object-meta.ts';
import type { TrimmedObject } from './objects/cluster-object.ts';

type Listed<K extends Kind> = readonly TrimmedObject<K>[];

/** Lists of a kind by namespace, empty for all of the cluster. */
type JoinedLists = { readonly [K in Kind]: Map<string, Listed<K>> };

const buildLists = (): JoinedLists => ({
  Namespace: new Map(),
  Node: new Map(),
  IngressClass: new Map(),
  Service: new Map(),
  Ingress: new Map(),
  EndpointSlice: new Map(),
  Pod: new Map(),
  Deployment: new Map(),
  ReplicaSet: new Map(),
  StatefulSet: new Map(),
  DaemonSet: new Map(),
  Job: new Map(),
});

type Named = Parameters<typeof keyOf>[0];

const compareObjects = (a: Named, b: Named): number =>
  compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
  compareText(a.metadata.name, b.metadata.name);

/**
 * A cluster as it would be after some changes, which touch nothing of the reader below. What the changes do not concern
 * is answered by that reader. It stands for one moment: when the reader below changes, another one has to be made.
 */
export class OverlaidReader implements ObjectReader {
  /** What the changes do, as a store that applied them would say it. */
  readonly applied: readonly AppliedChange[];
  readonly #below: ObjectReader;
  readonly #above = new ObjectStore();
  readonly #touched: ReadonlyMap<ObjectKey, AppliedChange>;
  readonly #kinds: ReadonlySet<Kind>;
  readonly #lists = buildLists();
  #namespaces: readonly string[] | undefined;

  constructor(below: ObjectReader, changes: readonly ObjectChange[]) {
    this.#below = below;
    const touched = new Map<ObjectKey, AppliedChange>();
    for (const change of changes) {
      const key = change.op === 'put' ? keyOf(change.object) : change.key;
      const ref = parseObjectKey(key);
      if (ref === undefined) continue;
      const after = change.op === 'put' ? change.object : undefined;
      const before = below.find(ref.kind, ref.namespace, ref.name);
      touched.set(key, { key, kind: ref.kind, before, after });
    }
    this.#above.apply(changes);
    this.#touched = touched;
    this.#kinds = new Set([...touched.values()].map(({ kind }) => kind));
    this.applied = [...touched.values()].filter(
      ({ before, after }) => before !== undefined || after !== undefined,
    );
  }

  get revision(): number {
    return this.#below.revision;
  }

  find<K extends Kind>(kind: K, namespace: string | undefined, name: string): TrimmedObject<K> | undefined {
    const isTouched = this.#touched.has(objectKey(kind, namespace, name));
    return (isTouched ? this.#above : this.#below).find(kind, namespace, name);
  }

  list<K extends Kind>(kind: K, namespace?: string): Listed<K> {
    if (!this.#kinds.has(kind)) return this.#below.list(kind, namespace);
    const lists = this.#listsOf(kind);
    let list = lists.get(namespace ?? '');
    if (list === undefined) {
      list = this.#join(this.#below.list(kind, namespace), this.#above.list(kind, namespace));
      lists.set(namespace ?? '', list);
    }
    return list;
  }

  count(kind: Kind): number {
    const changes = this.applied.filter((change) => change.kind === kind);
    const more = changes.filter(({ before }) => before === undefined).length;
    const fewer = changes.filter(({ after }) => after === undefined).length;
    return this.#below.count(kind) + more - fewer;
  }

  listNamespaces(): readonly string[] {
    this.#namespaces ??= this.#collectNamespaces();
    return this.#namespaces;
  }

  listSlicesOf(namespace: string, serviceName: string): Listed<'EndpointSlice'> {
    return this.#join(
      this.#below.listSlicesOf(namespace, serviceName),
      this.#above.listSlicesOf(namespace, serviceName),
    );
  }

  listPodsSelectedBy(namespace: string, selector: StringMap | undefined): Listed<'Pod'> {
    return this.#join(
      this.#below.listPodsSelectedBy(namespace, selector),
      this.#above.listPodsSelectedBy(namespace, selector),
    );
  }

  listServicesSelecting(namespace: string, labels: StringMap | undefined): Listed<'Service'> {
    return this.#join(
      this.#below.listServicesSelecting(namespace, labels),
      this.#above.listServicesSelecting(namespace, labels),
    );
  }

  listAccess(): readonly KindAccess[] {
    return this.#below.listAccess();
  }

  isKnown(kind: Kind, namespace?: string): boolean {
    return this.#below.isKnown(kind, namespace);
  }

  #listsOf<K extends Kind>(kind: K): Map<string, Listed<K>> {
    return this.#lists[kind];
  }

  #join<T extends Named>(below: readonly T[], above: readonly T[]): readonly T[] {
    const kept = below.filter((object) => !this.#touched.has(keyOf(object)));
    if (above.length === 0) return kept.length === below.length ? below : kept;
    return [...kept, ...above].toSorted(compareObjects);
  }

  #collectNamespaces(): readonly string[] {
    const names = new Set([...this.#below.listNamespaces(), ...this.#above.listNamespaces()]);
    for (const { before, after } of this.applied) {
      const name = before?.kind === 'Namespace' ? before.metadata.name : before?.metadata.namespace;
      if (after === undefined && name !== undefined && !this.#isNamed(name)) names.delete(name);
    }
    return [...names].toSorted(compareText);
  }

  /** Whether a namespace exists as an object or is named by one. */
  #isNamed(namespace: string): boolean {
    return (
      this.find('Namespace', undefined, namespace) !== undefined ||
      kinds.some((kind) => kindInfo(kind).isNamespaced && this.list(kind, namespace).length > 0)
    );
  }
}
