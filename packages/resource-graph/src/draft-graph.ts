import type { AppliedChange, IngressClass, KindAccess, ObjectReader } from '@fairlead/kube-objects';
import { buildLane } from './build-lane.ts';
import { compareGraphs, type GraphDifference } from './compare-graphs.ts';
import { GraphModel } from './graph-model.ts';
import type { GraphExposure, GraphLane } from './graph.ts';
import { geometryOf, type Geometry, type LaneStock } from './lane-shelf.ts';
import { listLaneRoutes } from './lane-routes.ts';
import type { ViewSets } from './lane-view.ts';
import { layoutLaneOf, type LaneLayout } from './layout-lane.ts';
import type { ViewState } from './layout.ts';
import { mergeExposures, mergeLanes } from './merge-graphs.ts';
import type { RouteRow } from './route-row.ts';

/** A lane with the draft in it, and what it was made from. */
interface DraftLane {
  readonly draft: object;
  /** `undefined`: the namespace comes only with the draft. */
  readonly before: GraphLane | undefined;
  readonly classes: readonly IngressClass[];
  readonly access: readonly KindAccess[];
  readonly lane: GraphLane;
  readonly difference: GraphDifference;
}

const emptyLane = (namespace: string): GraphLane => ({
  namespace,
  stands: [],
  nodes: [],
  edges: [],
  index: { from: new Int32Array(), fromRow: new Int32Array(), to: new Int32Array(), toRow: new Int32Array() },
  counts: { ingresses: 0, services: 0, pods: 0, workloads: 0 },
});

const namespacesOf = (applied: readonly AppliedChange[]): ReadonlySet<string> =>
  new Set(applied.flatMap(({ before, after }) => (after ?? before)?.metadata.namespace ?? []));

/**
 * Lanes of the live picture, those that a draft touches with the draft in them. A lane is made anew only when the draft or
 * the live lane below it is another one.
 */
class DraftLanes implements LaneStock {
  readonly #live: GraphModel;
  readonly #lanes = new Map<string, DraftLane>();
  readonly #layouts = new Map<string, Map<Geometry, LaneLayout>>();
  #draft: object = {};
  #namespaces: ReadonlySet<string> = new Set();
  #liveNamespaces: ReadonlySet<string> = new Set();

  constructor(live: GraphModel) {
    this.#live = live;
  }

  show(draft: object, live: ObjectReader, applied: readonly AppliedChange[]): void {
    this.#draft = draft;
    this.#namespaces = namespacesOf(applied);
    this.#liveNamespaces = new Set(live.listNamespaces());
    for (const namespace of this.#lanes.keys())
      if (!this.#namespaces.has(namespace)) this.#lanes.delete(namespace);
  }

  difference(reader: ObjectReader): readonly GraphDifference[] {
    return [...this.#namespaces].map((namespace) => this.#take(reader, namespace).difference);
  }

  lane(reader: ObjectReader, namespace: string): GraphLane {
    return this.#namespaces.has(namespace) ? this.#take(reader, namespace).lane : this.#live.lane(namespace);
  }

  layout(reader: ObjectReader, namespace: string, sets: ViewSets): LaneLayout {
    const lane = this.lane(reader, namespace);
    const geometry = geometryOf(sets.view.level);
    let layouts = this.#layouts.get(namespace);
    if (layouts === undefined) this.#layouts.set(namespace, (layouts = new Map()));
    const known = layouts.get(geometry);
    if (known?.lane === lane) return known;
    const layout = layoutLaneOf(lane, sets);
    layouts.set(geometry, layout);
    return layout;
  }

  routes(reader: ObjectReader, namespace: string): readonly RouteRow[] {
    return listLaneRoutes(this.lane(reader, namespace));
  }

  forgetLayouts(namespaces?: Iterable<string>): void {
    for (const namespace of namespaces ?? [...this.#layouts.keys()]) this.#layouts.delete(namespace);
  }

  keepOnly(namespaces: readonly string[]): void {
    if (this.#layouts.size <= namespaces.length) return;
    const known = new Set(namespaces);
    for (const namespace of this.#layouts.keys()) if (!known.has(namespace)) this.#layouts.delete(namespace);
  }

  /** Whether a lane still holds is seen from what it was made from. */
  forget(): void {}

  forgetAll(): void {}

  #take(reader: ObjectReader, namespace: string): DraftLane {
    const before = this.#liveNamespaces.has(namespace) ? this.#live.lane(namespace) : undefined;
    const classes = reader.list('IngressClass');
    const access = reader.listAccess();
    const known = this.#lanes.get(namespace);
    const isSame =
      known?.draft === this.#draft &&
      known.before === before &&
      known.classes === classes &&
      known.access === access;
    if (known !== undefined && isSame) return known;
    const draftLane = this.#build(reader, namespace, before);
    this.#lanes.set(namespace, draftLane);
    return draftLane;
  }

  #build(reader: ObjectReader, namespace: string, before: GraphLane | undefined): DraftLane {
    const below = before ?? emptyLane(namespace);
    const after = buildLane(reader, namespace);
    const difference = compareGraphs(below, after);
    return {
      draft: this.#draft,
      before,
      classes: reader.list('IngressClass'),
      access: reader.listAccess(),
      lane: mergeLanes(below, after, difference),
      difference,
    };
  }
}

/**
 * The picture of a cluster with a draft laid over it: what the draft takes away stands in its place. It lives as long as
 * the live picture that it borrows the untouched lanes from, and leaves that one alone.
 */
export class DraftGraph {
  /** Answers as that of the live cluster does, removed parts included. */
  readonly model: GraphModel;
  readonly #live: GraphModel;
  readonly #lanes: DraftLanes;
  #exposure: { readonly merged: GraphExposure; readonly difference: GraphDifference };

  constructor(live: GraphModel, reader: ObjectReader, view: ViewState) {
    this.#live = live;
    this.#lanes = new DraftLanes(live);
    this.#exposure = this.#mergeExposure(reader, []);
    this.model = new GraphModel(reader, view, {
      lanes: this.#lanes,
      exposure: {
        exposure: () => this.#exposure.merged,
        preview: () => this.#exposure.merged,
        forget: () => {},
        forgetAll: () => {},
      },
    });
  }

  /**
   * Shows a draft; to be called whenever it or the cluster has changed. `draft` is the same object while the draft is the
   * same, `applied` what it does to the live objects, `reader` reads the cluster with it.
   */
  show(
    draft: object,
    {
      live,
      reader,
      applied,
    }: {
      readonly live: ObjectReader;
      readonly reader: ObjectReader;
      readonly applied: readonly AppliedChange[];
    },
  ): void {
    this.#lanes.show(draft, live, applied);
    this.#exposure = this.#mergeExposure(reader, applied);
    this.model.update([], reader);
  }

  /** How the draft changes the picture: the Exposure column first, then the lanes it touches. */
  differences(reader: ObjectReader): readonly GraphDifference[] {
    return [this.#exposure.difference, ...this.#lanes.difference(reader)];
  }

  #mergeExposure(
    reader: ObjectReader,
    applied: readonly AppliedChange[],
  ): { readonly merged: GraphExposure; readonly difference: GraphDifference } {
    const before = this.#live.exposure();
    const after = this.#live.previewExposure(reader, applied);
    const difference = compareGraphs(before, after);
    return { merged: before === after ? before : mergeExposures(before, after, difference), difference };
  }
}
