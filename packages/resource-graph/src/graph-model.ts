import type { AppliedChange, KindAccess, ObjectKey, ObjectReader } from '@fairlead/kube-objects';
import { buildOverview, overviewNodeId } from './build-overview.ts';
import { countAccounted, type Accounting } from './count-accounted.ts';
import { countColumns, type ColumnCounts } from './count-columns.ts';
import { findNeighbour, listPathEdges, type Direction, type PathEdges } from './find-neighbour.ts';
import { placeOf } from './find-place.ts';
import { ExposureShelf, type ExposureStock } from './exposure-shelf.ts';
import type { GraphExposure, GraphLane, GraphNode } from './graph.ts';
import { cutWindow } from './graph-window.ts';
import { namespaceOfNodeId } from './graph-ids.ts';
import { findNodeIn } from './lane-lookup.ts';
import { LaneShelf, type LaneStock } from './lane-shelf.ts';
import { toViewSets, type ViewSets } from './lane-view.ts';
import { layoutExposure } from './layout-exposure.ts';
import type { LaneLayout } from './layout-lane.ts';
import type { GraphWindow, Overview, Rectangle, ViewState } from './layout.ts';
import { isRouteWanted, listExposureRoutes, type RouteFilter } from './list-routes.ts';
import type { RouteRow } from './route-row.ts';
import { stackLanes, type Scene } from './scene.ts';
import { findChangedLanes, isSameView } from './view-difference.ts';

/** Where a picture takes its parts from. */
export interface GraphShelves {
  readonly lanes: LaneStock;
  readonly exposure: ExposureStock;
}

const buildShelves = (): GraphShelves => ({ lanes: new LaneShelf(), exposure: new ExposureShelf() });

/**
 * The picture of a cluster under one view, kept up to date. Changes and views are only noted; the next question rebuilds
 * the lanes they touch and nothing else. Every answer depends on the objects and the view alone, not on the way there.
 */
export class GraphModel {
  readonly #shelf: LaneStock;
  #reader: ObjectReader;
  #access: readonly KindAccess[];
  #view: ViewState;
  #sets: ViewSets | undefined;
  readonly #exposure: ExposureStock;
  #scene: Scene | undefined;
  #overview: { readonly scene: Scene; readonly overview: Overview } | undefined;
  #revision = 0;

  constructor(reader: ObjectReader, view: ViewState, shelves: GraphShelves = buildShelves()) {
    this.#shelf = shelves.lanes;
    this.#exposure = shelves.exposure;
    this.#reader = reader;
    this.#access = reader.listAccess();
    this.#view = view;
  }

  /** Notes what changed. Call it also without changes after access has changed: what is hidden then may differ. */
  update(applied: readonly AppliedChange[], reader: ObjectReader): void {
    const access = reader.listAccess();
    if (reader !== this.#reader || access !== this.#access) {
      this.#shelf.forgetAll();
      this.#exposure.forgetAll();
    } else if (applied.length === 0) return;
    this.#revision += 1;
    this.#reader = reader;
    this.#access = access;
    this.#shelf.forget(applied);
    this.#exposure.forget(applied);
    this.#scene = undefined;
  }

  /** Shows something else of the same cluster. Lanes that look the same under both views are kept. */
  setView(view: ViewState): void {
    if (isSameView(this.#view, view)) return;
    const changed = findChangedLanes(this.#view, view);
    this.#shelf.forgetLayouts(changed === 'all' ? undefined : changed);
    this.#view = view;
    this.#scene = undefined;
  }

  /** What lies in a rectangle. */
  window(rectangle: Rectangle): GraphWindow {
    return cutWindow(this.#stand(), rectangle);
  }

  /** Every node as a box, for one canvas. */
  overview(): Overview {
    const scene = this.#stand();
    if (this.#overview?.scene !== scene) this.#overview = { scene, overview: buildOverview(scene) };
    return this.#overview.overview;
  }

  /** The id of the node that an index into the overview's arrays means. */
  overviewNodeId(index: number): string | undefined {
    return overviewNodeId(this.#stand(), index);
  }

  /**
   * Where a node, a row (`nodeId#rowId`) or an object is drawn: what stands for it when it is not drawn itself, the lane's
   * row when the lane is folded. `undefined` when it is not in the picture under this view.
   */
  placeOf(target: string): Rectangle | undefined {
    return placeOf(this.#stand(), target);
  }

  /** The node that accounts for an object, whether the view draws it or not. */
  findNode(key: ObjectKey): GraphNode | undefined {
    const namespace = namespaceOfNodeId(key);
    return findNodeIn(namespace === undefined ? this.exposure() : this.lane(namespace), key);
  }

  /** Edges up- and downstream of a node or row, all the way to both ends: what a selection lights up. */
  neighbours(target: string): PathEdges {
    return listPathEdges(this.#stand(), target);
  }

  /** The node that an arrow key, Home or End leads to; `undefined` at the edge of the picture. */
  neighbour(target: string, direction: Direction): string | undefined {
    return findNeighbour(this.#stand(), target, direction);
  }

  /** What the heads of the columns count under this view. */
  counts(): ColumnCounts {
    return countColumns(this.#stand());
  }

  /** How the objects of the shown namespaces are accounted for: `drawn` + `counted` = `total`. */
  accounting(): Accounting {
    return countAccounted(this.#reader, this.#stand());
  }

  /** The picture as a table: one row per route, and rows for what no route reaches. */
  routes(filter: RouteFilter = {}): readonly RouteRow[] {
    const all = this.#reader.listNamespaces();
    const wanted = filter.namespaces && new Set(filter.namespaces);
    const namespaces = wanted === undefined ? all : all.filter((namespace) => wanted.has(namespace));
    return [
      ...listExposureRoutes(this.exposure()),
      ...namespaces.flatMap((namespace) => this.#shelf.routes(this.#reader, namespace)),
    ].filter((row) => isRouteWanted(row, filter));
  }

  lane(namespace: string): GraphLane {
    return this.#shelf.lane(this.#reader, namespace);
  }

  exposure(): GraphExposure {
    return this.#exposure.exposure(this.#reader);
  }

  /** What the Exposure column would be after some changes; `reader` reads the cluster with them. */
  previewExposure(reader: ObjectReader, applied: readonly AppliedChange[]): GraphExposure {
    return this.#exposure.preview(this.#reader, reader, applied);
  }

  /** Layouts of the shown lanes from top to bottom; a lane that nothing touched is the same object as before. */
  layouts(): readonly LaneLayout[] {
    return this.#stand().lanes;
  }

  #stand(): Scene {
    if (this.#scene !== undefined) return this.#scene;
    const all = this.#reader.listNamespaces();
    this.#shelf.keepOnly(all);
    const wanted = this.#view.namespaces && new Set(this.#view.namespaces);
    const shown = wanted === undefined ? all : all.filter((namespace) => wanted.has(namespace));
    const sets = this.#prepareSets(shown.length !== 1);
    const lanes = shown.map((namespace) => this.#shelf.layout(this.#reader, namespace, sets));
    const exposure = layoutExposure(this.exposure(), { ...sets, level: this.#view.level });
    this.#scene = stackLanes({ revision: this.#revision, view: this.#view, lanes, exposure });
    return this.#scene;
  }

  #prepareSets(hasLaneHeads: boolean): ViewSets {
    if (this.#sets !== undefined && this.#sets.hasLaneHeads !== hasLaneHeads) this.#shelf.forgetLayouts();
    if (this.#sets?.view !== this.#view || this.#sets.hasLaneHeads !== hasLaneHeads)
      this.#sets = toViewSets(this.#view, hasLaneHeads);
    return this.#sets;
  }
}
