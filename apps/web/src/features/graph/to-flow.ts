import { parseObjectKey } from '@fairlead/kube-objects';
import type { GraphEdge, PlacedEdge, PlacedNode } from '@fairlead/resource-graph';
import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import type { GraphMark, GraphWindowAnswer } from '../../workers/questions.ts';
import type { Selection } from '../../url-state/selection.ts';
import { findSelectedRow } from './selection-text.ts';
import { edgeDraftOf, groupDraftMarks, toDraftEdges, type NodeDraft } from './shown-draft.ts';
import { isEdgeDimmed, isNodeDimmed, type ShownFocus } from './shown-focus.ts';
import type { ShownTrace } from './shown-trace.ts';

export interface GraphNodeData extends Record<string, unknown> {
  readonly placed: PlacedNode;
  readonly marks: readonly GraphMark[];
  readonly isSelected: boolean;
  readonly selectedRowId: string | undefined;
  readonly isCompact: boolean;
  /** What the draft does to it. */
  readonly draft?: NodeDraft | undefined;
}

export type FlowNode = Node<GraphNodeData, 'graph'> | Node<Record<string, never>, 'outside'>;

export type EdgeTone = 'error' | 'warning' | 'ok';

export interface GraphEdgeData extends Record<string, unknown> {
  readonly placed: PlacedEdge;
  readonly tone: EdgeTone;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isDashed: boolean;
  readonly isDimmed: boolean;
  readonly draft: 'added' | 'removed' | undefined;
}

export type FlowEdge = Edge<GraphEdgeData, 'graph'>;

/** More dashes than this cost frames: further edges are drawn solid. */
const mostDashedEdges = 40;

const handlesOf = (width: number, height: number): NodeHandle[] => [
  { type: 'target', position: Position.Left, x: 0, y: height / 2, width: 1, height: 1 },
  { type: 'source', position: Position.Right, x: width, y: height / 2, width: 1, height: 1 },
];

const base = { draggable: false, selectable: false, connectable: false, focusable: false } as const;

const sizeOf = (
  width: number,
  height: number,
): Pick<FlowNode, 'width' | 'height' | 'measured' | 'handles'> => ({
  width,
  height,
  measured: { width, height },
  handles: handlesOf(width, height),
});

/** A name of its own: a node that comes into view is another node to React Flow, not a stand-in that changes. */
const outsideId = (id: string): string => `outside:${id}`;

const listInside = ({ nodes }: GraphWindowAnswer): GraphWindowAnswer['nodes'] =>
  nodes.filter(({ node }) => node.column !== 'exposure');

function toFlowNode(data: GraphNodeData): FlowNode {
  const { x, y, width, height, node } = data.placed;
  return {
    ...base,
    id: node.id,
    type: 'graph',
    position: { x, y },
    ...sizeOf(width, height),
    ariaRole: 'row',
    data,
  };
}

/** Stands in for a node that lies outside the window, so that an edge to it is drawn. */
const outsideNode = (id: string, x: number, y: number): FlowNode => ({
  ...base,
  id: outsideId(id),
  type: 'outside',
  position: { x, y },
  ...sizeOf(1, 1),
  ariaRole: 'presentation',
  domAttributes: { 'aria-hidden': true },
  data: {},
});

const groupMarks = (marks: readonly GraphMark[]): ReadonlyMap<string, GraphMark[]> => {
  const byNode = new Map<string, GraphMark[]>();
  for (const mark of marks) {
    const id = mark.target.split('#', 1)[0] ?? '';
    byNode.set(id, [...(byNode.get(id) ?? []), mark]);
  }
  return byNode;
};

/** The nodes for the renderer, with stand-ins for the far ends of edges that leave the window. */
export function toFlowNodes(
  answer: GraphWindowAnswer,
  view: {
    readonly selection: Selection | undefined;
    readonly isCompact: boolean;
    readonly focus?: ShownFocus | undefined;
    /** The class of a node that steps back. */
    readonly dimmed?: string | undefined;
  },
): readonly FlowNode[] {
  const marks = groupMarks(answer.marks);
  const drafts = groupDraftMarks(answer.draft);
  const { selection, focus, dimmed = '' } = view;
  const inside = listInside(answer).map((placed): FlowNode => {
    const { node } = placed;
    const flowNode = toFlowNode({
      placed,
      marks: marks.get(node.id) ?? [],
      isSelected: selection?.id === node.id,
      selectedRowId: selection === undefined ? undefined : findSelectedRow(node, selection)?.id,
      isCompact: view.isCompact,
      draft: drafts.get(node.id),
    });
    return isNodeDimmed(focus, node.id) ? { ...flowNode, className: dimmed } : flowNode;
  });
  const ids = new Set(inside.map(({ id }) => id));
  const outside = new Map<string, FlowNode>();
  for (const { edge, x1, y1, x2, y2 } of answer.edges) {
    if (!isDrawn(edge)) continue;
    if (!ids.has(edge.fromNode)) outside.set(edge.fromNode, outsideNode(edge.fromNode, x1, y1));
    if (!ids.has(edge.toNode)) outside.set(edge.toNode, outsideNode(edge.toNode, x2, y2));
  }
  return [...inside, ...outside.values()];
}

/** Trunks are drawn by the lane layer as one line each, and what stays within the Exposure column by that column. */
const isDrawn = ({ kind, toNode }: GraphEdge): boolean =>
  kind !== 'trunk' && !(kind === 'exposure' && parseObjectKey(toNode) === undefined);

function toneOf(edge: GraphEdge, marks: ReadonlyMap<string, GraphMark>): EdgeTone {
  const mark = edge.fromRow === undefined ? undefined : marks.get(`${edge.fromNode}#${edge.fromRow}`);
  if (mark?.severity === 'warning') return 'warning';
  return edge.state === 'broken' ? 'error' : 'ok';
}

/** The way around the Ingresses passes under their column; all others end at the border of a node. */
const depthOf = ({ kind }: GraphEdge, isSelected: boolean): number =>
  kind === 'exposure' ? 0 : isSelected ? 2 : 1;

const touches = (edge: GraphEdge, target: string): boolean =>
  target === edge.fromNode ||
  target === edge.toNode ||
  target === `${edge.fromNode}#${edge.fromRow}` ||
  target === `${edge.toNode}#${edge.toRow}`;

/** The edges for the renderer; `hovered` is `nodeId` or `nodeId#rowId`. */
export function toFlowEdges(
  answer: GraphWindowAnswer,
  {
    hovered,
    focus,
    trace,
  }: {
    readonly hovered: string | undefined;
    readonly focus?: ShownFocus | undefined;
    readonly trace?: ShownTrace | undefined;
  },
): readonly FlowEdge[] {
  const marks = new Map(answer.marks.map((mark) => [mark.target, mark]));
  const selected = new Set([...answer.selectedEdges, ...(trace?.edges ?? [])]);
  const inside = new Set(listInside(answer).map(({ node }) => node.id));
  const endOf = (id: string): string => (inside.has(id) ? id : outsideId(id));
  const draftEdges = toDraftEdges(answer.draft);
  let dashed = 0;
  return answer.edges
    .filter(({ edge }) => isDrawn(edge))
    .map((placed): FlowEdge => {
      const { edge } = placed;
      const tone = edge.id === trace?.brokenEdge ? 'error' : toneOf(edge, marks);
      const wantsDashes = tone === 'error' || edge.kind === 'suggestion';
      if (wantsDashes) dashed += 1;
      return {
        id: edge.id,
        type: 'graph',
        source: endOf(edge.fromNode),
        target: endOf(edge.toNode),
        focusable: false,
        selectable: false,
        ariaRole: 'presentation',
        domAttributes: { 'aria-hidden': true },
        zIndex: depthOf(edge, selected.has(edge.id)),
        data: {
          placed,
          tone,
          isSelected: selected.has(edge.id),
          isHovered: hovered !== undefined && touches(edge, hovered),
          isDashed: wantsDashes && dashed <= mostDashedEdges,
          isDimmed: isEdgeDimmed(focus, edge.id),
          draft: edgeDraftOf(draftEdges, edge.id),
        },
      };
    });
}
