import type { AppliedChange, ObjectReader } from '@fairlead/kube-objects';
import { buildLane } from './build-lane.ts';
import type { GraphLane } from './graph.ts';
import type { DetailLevel } from './layout.ts';
import { listLaneRoutes } from './lane-routes.ts';
import type { ViewSets } from './lane-view.ts';
import { layoutLaneOf, type LaneLayout } from './layout-lane.ts';
import type { RouteRow } from './route-row.ts';

interface Shelved {
  readonly lane: GraphLane;
  readonly layouts: Map<Geometry, LaneLayout>;
  routes: readonly RouteRow[] | undefined;
}

/** The two ways to measure nodes: one answer at each is kept, since pages ask for both in turn. */
export type Geometry = 'compact' | 'full';

export const geometryOf = (level: DetailLevel): Geometry => (level === 'compact' ? 'compact' : 'full');

/** Where a picture takes its lanes from. `reader` is that of the cluster as the picture shows it. */
export interface LaneStock {
  /** Forgets the lanes that the changes touch. */
  forget(applied: readonly AppliedChange[]): void;
  forgetAll(): void;
  forgetLayouts(namespaces?: Iterable<string>): void;
  /** Drops lanes of namespaces that are gone. */
  keepOnly(namespaces: readonly string[]): void;
  lane(reader: ObjectReader, namespace: string): GraphLane;
  layout(reader: ObjectReader, namespace: string, sets: ViewSets): LaneLayout;
  routes(reader: ObjectReader, namespace: string): readonly RouteRow[];
}

/** Lanes and their layouts, kept until something in their namespace changes. */
export class LaneShelf implements LaneStock {
  readonly #lanes = new Map<string, Shelved>();

  forget(applied: readonly AppliedChange[]): void {
    for (const { kind, after, before } of applied) {
      const metadata = (after ?? before)?.metadata;
      if (metadata === undefined || kind === 'Node') continue;
      if (kind === 'IngressClass') this.#forgetWithIngresses();
      else this.#lanes.delete(kind === 'Namespace' ? metadata.name : (metadata.namespace ?? ''));
    }
  }

  forgetAll(): void {
    this.#lanes.clear();
  }

  forgetLayouts(namespaces?: Iterable<string>): void {
    if (namespaces === undefined) for (const shelved of this.#lanes.values()) shelved.layouts.clear();
    else
      for (const namespace of namespaces) {
        const shelved = this.#lanes.get(namespace);
        if (shelved !== undefined) shelved.layouts.clear();
      }
  }

  keepOnly(namespaces: readonly string[]): void {
    if (this.#lanes.size <= namespaces.length) return;
    const known = new Set(namespaces);
    for (const namespace of this.#lanes.keys()) if (!known.has(namespace)) this.#lanes.delete(namespace);
  }

  lane(reader: ObjectReader, namespace: string): GraphLane {
    return this.#take(reader, namespace).lane;
  }

  layout(reader: ObjectReader, namespace: string, sets: ViewSets): LaneLayout {
    const { lane, layouts } = this.#take(reader, namespace);
    const geometry = geometryOf(sets.view.level);
    const known = layouts.get(geometry);
    if (known !== undefined) return known;
    const layout = layoutLaneOf(lane, sets);
    layouts.set(geometry, layout);
    return layout;
  }

  routes(reader: ObjectReader, namespace: string): readonly RouteRow[] {
    const shelved = this.#take(reader, namespace);
    shelved.routes ??= listLaneRoutes(shelved.lane);
    return shelved.routes;
  }

  #take(reader: ObjectReader, namespace: string): Shelved {
    let shelved = this.#lanes.get(namespace);
    if (shelved === undefined) {
      shelved = { lane: buildLane(reader, namespace), layouts: new Map(), routes: undefined };
      this.#lanes.set(namespace, shelved);
    }
    return shelved;
  }

  /** An IngressClass decides where trunks begin: only lanes with Ingresses ask. */
  #forgetWithIngresses(): void {
    for (const [namespace, { lane }] of this.#lanes)
      if (lane.counts.ingresses > 0) this.#lanes.delete(namespace);
  }
}
