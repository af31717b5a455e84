import { kindInfo, kinds, type Kind } from '../kind.ts';
import type { KindAccess } from '../object-reader.ts';
import { ObjectStore } from '../object-store.ts';
import type { ClusterObject } from '../objects/cluster-object.ts';
import { endpointsOf } from './endpoints-of.ts';
import { built, type Buildable } from './object-builder.ts';

type AccessState = KindAccess['state'];
type Gap = { readonly kind: Kind; readonly namespace: string | undefined; readonly state: AccessState };

class ClusterBuilder {
  readonly #objects: readonly ClusterObject[];
  readonly #gaps: readonly Gap[];

  constructor(objects: readonly ClusterObject[], gaps: readonly Gap[]) {
    this.#objects = objects;
    this.#gaps = gaps;
  }

  with(...objects: readonly Buildable[]): ClusterBuilder {
    return new ClusterBuilder([...this.#objects, ...objects.map((object) => built(object))], this.#gaps);
  }

  /** Adds the slices that the endpoint slice controller would write for the Services and Pods given so far. */
  withEndpoints(): ClusterBuilder {
    const pods = this.#objects.filter((object) => object.kind === 'Pod');
    const services = this.#objects.filter((object) => object.kind === 'Service');
    return this.with(...services.flatMap((service) => endpointsOf(service, pods)));
  }

  /** The identity may not list the kind, everywhere or in one namespace: its objects there are not known. */
  withoutAccessTo(kind: Kind, namespace?: string): ClusterBuilder {
    return this.withAccess('forbidden', kind, namespace);
  }

  /** Another reason than `forbidden` for not knowing a kind. */
  withAccess(state: AccessState, kind: Kind, namespace?: string): ClusterBuilder {
    return new ClusterBuilder(this.#objects, [...this.#gaps, { kind, namespace, state }]);
  }

  build(): ObjectStore {
    const store = new ObjectStore();
    const isHidden = ({ kind, metadata }: ClusterObject): boolean =>
      this.#gaps.some(
        (gap) =>
          gap.kind === kind &&
          gap.state !== 'ready' &&
          (gap.namespace === undefined || gap.namespace === metadata.namespace),
      );
    store.apply(this.#objects.filter((object) => !isHidden(object)).map((object) => ({ op: 'put', object })));
    store.setAccess(kinds.flatMap((kind) => this.#accessTo(kind)));
    return store;
  }

  #accessTo(kind: Kind): readonly KindAccess[] {
    const gaps = this.#gaps.filter((gap) => gap.kind === kind);
    const wide = gaps.find(({ namespace }) => namespace === undefined);
    if (wide !== undefined || gaps.length === 0 || !kindInfo(kind).isNamespaced)
      return [accessEntry(kind, undefined, wide?.state ?? 'ready')];
    const inside = this.#objects.map(({ metadata }) => metadata.namespace);
    const named = this.#objects
      .filter((object) => object.kind === 'Namespace')
      .map(({ metadata }) => metadata.name);
    const namespaces = new Set([...inside, ...named, ...gaps.map(({ namespace }) => namespace)]);
    return [...namespaces].flatMap((namespace) =>
      namespace === undefined
        ? []
        : [accessEntry(kind, namespace, gaps.find((gap) => gap.namespace === namespace)?.state ?? 'ready')],
    );
  }
}

const accessEntry = (kind: Kind, namespace: string | undefined, state: AccessState): KindAccess => ({
  kind,
  namespace,
  state,
  ...(state === 'forbidden' ? { missingVerb: 'list' as const } : {}),
});

export type { ClusterBuilder };

/** A cluster as a test sees it: an object store in which every kind is known unless said otherwise. */
export const aCluster = (): ClusterBuilder => new ClusterBuilder([], []);
