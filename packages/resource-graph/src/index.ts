export type * from './graph.ts';
export type * from './layout.ts';
export type * from './node-fact.ts';
export type * from './route-row.ts';

export { GraphModel } from './graph-model.ts';
export { DraftGraph } from './draft-graph.ts';
export {
  compareGraphs,
  type GraphDifference,
  type PartChange,
  type RowDifference,
} from './compare-graphs.ts';
export { removedEdgeId } from './merge-graphs.ts';
export { buildExposure } from './build-exposure.ts';
export { buildLane } from './build-lane.ts';
export { layoutLane, type LaneLayout } from './layout-lane.ts';
export { listAccounted } from './list-accounted.ts';
export { countCrossings } from './crossing-counter.ts';
export type { Layer, LayeredGraph, LayerEdges } from './layered-graph.ts';
export { orderLayers } from './order-layers.ts';

export {
  clientsId,
  defaultBackendRowId,
  hostRowId,
  namespaceOfNodeId,
  pathRowId,
  podRowId,
  portRowId,
  serviceGhostId,
  splitTarget,
  targetOf,
} from './graph-ids.ts';
export { sizes } from './node-size.ts';

export type { Accounting } from './count-accounted.ts';
export type { ColumnCounts } from './count-columns.ts';
export type { Direction, PathEdges } from './find-neighbour.ts';
export type { RouteFilter } from './list-routes.ts';
export { findTopOwner, type Owner } from './top-owner.ts';
