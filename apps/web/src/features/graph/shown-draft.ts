import { splitTarget, type GraphRow } from '@fairlead/resource-graph';
import { createContext, use } from 'react';
import type { DraftInWindow, DraftMark } from '../../workers/draft-answers.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';

/** The drafts that the picture may show, and whether it shows them. */
export interface GraphDraft {
  /** The same array while the drafts are the same; never empty. */
  readonly changes: readonly ProposedChange[];
  readonly isShown: boolean;
  readonly setShown: (isShown: boolean) => void;
}

/** `undefined`: nobody drafts anything here. */
export const GraphDraftContext = createContext<GraphDraft | undefined>(undefined);

export const useGraphDraft = (): GraphDraft | undefined => use(GraphDraftContext);

/** What a question about the picture says of the draft. */
export function useDraftOfQuestion(): { readonly draft?: readonly ProposedChange[] } {
  const draft = useGraphDraft();
  return draft?.isShown === true ? { draft: draft.changes } : {};
}

export type PartChange = Exclude<DraftMark['change'], 'affected'>;

export interface RowDraft {
  readonly rowId: string;
  readonly change: PartChange;
  readonly before?: GraphRow;
}

/** What the draft does to one node: plain data, compared by value. */
export interface NodeDraft {
  readonly change: DraftMark['change'] | undefined;
  readonly rows: readonly RowDraft[];
}

/** Marks of a window by node. */
export function groupDraftMarks(draft: DraftInWindow | undefined): ReadonlyMap<string, NodeDraft> {
  const nodes = new Map<string, { change: DraftMark['change'] | undefined; rows: RowDraft[] }>();
  for (const { target, change, before } of draft?.marks ?? []) {
    const { nodeId, rowId } = splitTarget(target);
    const node = nodes.get(nodeId) ?? { change: undefined, rows: [] };
    nodes.set(nodeId, node);
    if (rowId === undefined) node.change = change;
    else if (change !== 'affected')
      node.rows.push({ rowId, change, ...(before === undefined ? {} : { before }) });
  }
  return nodes;
}

export const rowDraftOf = (draft: NodeDraft | undefined, row: GraphRow): RowDraft | undefined =>
  draft?.rows.find(({ rowId }) => rowId === row.id);

/** Edges that come and go with a draft. */
export interface DraftEdges {
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

export const toDraftEdges = (draft: DraftInWindow | undefined): DraftEdges => ({
  added: new Set(draft?.edgesAdded),
  removed: new Set(draft?.edgesRemoved),
});

export function edgeDraftOf({ added, removed }: DraftEdges, edgeId: string): 'added' | 'removed' | undefined {
  if (added.has(edgeId)) return 'added';
  return removed.has(edgeId) ? 'removed' : undefined;
}
