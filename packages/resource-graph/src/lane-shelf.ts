import type { AppliedChange, ObjectReader } from '@fairlead/kube-objects';
import { buildLane } from './build-lane.ts';
import type { GraphLane } from './graph.ts';
import { listLaneRoutes } from './lane-routes.ts';
import type { ViewSets } from './lane-view.ts';
import { layoutLaneOf, type LaneLayout } from './layout-lane.ts';
import type { RouteRow } from './route-row.ts';

interface Shelved {
  readonly lane: GraphLane;
  layout: LaneLayout | undefined;
  routes: readonly RouteRow[] | undefined;
}

/** Lanes and their layouts, kept until something in their namespace changes. */
export class LaneShelf {
  readonly #lanes = new Map<string, Shelved>();

  /** Forgets the lanes that the changes touch. */
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
    if (namespaces === undefined) for (const shelved of this.#lanes.values()) shelved.layout = undefined;
    else
      for (const namespace of namespaces) {
        const shelved = this.#lanes.get(namespace);
        if (shelved !== undefined) shelved.layout = undefined;
      }
  }

  /** Drops lanes of namespaces that are gone. */
  keepOnly(namespaces: readonly string[]): void {
    if (this.#lanes.size <= namespaces.length) return;
    const known = new Set(namespaces);
    for (const namespace of this.#lanes.keys()) if (!known.has(namespace)) this.#lanes.delete(namespace);
  }

  lane(reader: ObjectReader, namespace: string): GraphLane {
    return this.#take(reader, namespace).lane;
  }

  layout(reader: ObjectReader, namespace: string, sets: ViewSets): LaneLayout {
    const shelved = this.#take(reader, namespace);
    shelved.layout ??= layoutLaneOf(shelved.lane, sets);
    return shelved.layout;
  }

  routes(reader: ObjectReader, namespace: string): readonly RouteRow[] {
    const shelved = this.#take(reader, namespace);
    shelved.routes ??= listLaneRoutes(shelved.lane);
    return shelved.routes;
  }

  #take(reader: ObjectReader, namespace: string): Shelved {
    let shelved = this.#lanes.get(namespace);
    if (shelved === undefined) {
      shelved = { lane: buildLane(reader, namespace), layout: undefined, routes: undefined };
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
