import type { Finding } from '@fairlead/diagnostics';
import type { ConflictPlace, EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { EdgeKind, GraphNodeKind, GraphRow } from '@fairlead/resource-graph';
import type { ProposedChange } from './proposed-change.ts';

/** What would be different if the changes were applied. */
export interface ImpactQuestion {
  readonly kind: 'impact';
  readonly changes: readonly ProposedChange[];
  /** The object whose findings are asked for, changed or not. */
  readonly about?: ObjectRef;
}

export interface ImpactNode {
  readonly id: string;
  /** What it is and what it is called, for reading. */
  readonly label: string;
  readonly kind: GraphNodeKind;
  readonly ref: ObjectRef | undefined;
}

export interface ImpactEdge {
  readonly id: string;
  /** From where to where, for reading: `shop.example.com/cart → cart-v2:8080`. */
  readonly label: string;
  readonly kind: EdgeKind;
  readonly fromNode: string;
  readonly toNode: string;
  /** Of a rule's edge: the requests that it takes. Empty host: any; no path: the default backend. */
  readonly host: string | undefined;
  readonly path: string | undefined;
  /** The port it leads to or, between a Service and its Pods, comes from. */
  readonly port: string | undefined;
}

/** A row that only says something else: both values, for reading. */
export interface ImpactRow {
  readonly id: string;
  /** `shop.example.com/cart`, `api:http`. */
  readonly label: string;
  readonly was: string;
  readonly value: string;
}

/** Where others changed the same of an object as its draft does. The picture has the draft's side. */
export interface DraftConflict {
  readonly ref: ObjectRef<EditedKind>;
  readonly places: readonly ConflictPlace[];
}

/** What a draft does to the picture of the cluster and to what is wrong with it. */
export interface ImpactAnswer {
  readonly nodesAdded: readonly ImpactNode[];
  readonly nodesRemoved: readonly ImpactNode[];
  readonly edgesAdded: readonly ImpactEdge[];
  readonly edgesRemoved: readonly ImpactEdge[];
  readonly rowsChanged: readonly ImpactRow[];
  /** By id: a finding that only says something else now is in neither list. */
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly counts: DraftCounts;
  /** Of drafts that cannot be applied before somebody chooses. */
  readonly conflicts: readonly DraftConflict[];
  /** What is wrong with the object asked about, as the draft has it. */
  readonly findings: readonly Finding[];
}

/** What a draft does to a node or a row. `affected`: it changes only because something else does. */
export interface DraftMark {
  /** `nodeId` or `nodeId#rowId`. */
  readonly target: string;
  readonly change: 'added' | 'changed' | 'removed' | 'affected';
  /** Of a changed row: how it was. */
  readonly before?: GraphRow;
}

/** How many objects and rows the draft itself adds, changes and removes. */
export interface DraftCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A draft in the picture: what is drawn of it in a window, and its counts in all. */
export interface DraftInWindow {
  readonly marks: readonly DraftMark[];
  readonly edgesAdded: readonly string[];
  readonly edgesRemoved: readonly string[];
  readonly counts: DraftCounts;
}

/** What a draft does to a row of the table twin. */
export interface RowDraft {
  readonly change: Exclude<DraftMark['change'], 'affected'>;
  /** Where something of the row was another. */
  readonly was?: string;
}
