import { keyOfRef } from '@fairlead/kube-objects';
import {
  splitTarget,
  type GraphDifference,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphRow,
} from '@fairlead/resource-graph';
import type { WorkerMessages } from '../messages/en-worker.ts';
import type { ClusterModel } from './cluster-model.ts';
import type { ImpactAnswer, ImpactEdge, ImpactNode, ImpactQuestion, ImpactRow } from './draft-answers.ts';
import { draftedModelOf, type DraftedModel } from './drafted-model.ts';

type Words = WorkerMessages['graphDraft'];

const toImpactNode = (node: GraphNode, { graph, graphDraft }: WorkerMessages): ImpactNode => ({
  id: node.id,
  label: graphDraft.node(node.kind, graph.nodeName(node)),
  kind: node.kind,
  ref: node.ref,
});

/** Ends of edges, as they are in one of the two pictures. */
interface EdgeEnds {
  readonly from: GraphNode | undefined;
  readonly fromRow: GraphRow | undefined;
  readonly to: GraphNode | undefined;
  readonly toRow: GraphRow | undefined;
}

function endsOf(edge: GraphEdge, graph: GraphModel): EdgeEnds {
  const from = graph.findNode(edge.fromNode);
  const to = graph.findNode(edge.toNode);
  return {
    from,
    fromRow: from?.rows.find(({ id }) => id === edge.fromRow),
    to,
    toRow: to?.rows.find(({ id }) => id === edge.toRow),
  };
}

/** `undefined`: no port. */
const portOf = ({ fromRow, toRow }: EdgeEnds): string | undefined => {
  const row = toRow?.kind === 'port' ? toRow : fromRow;
  return row?.kind === 'port' ? row.name || String(row.port) : undefined;
};

function labelOf(ends: EdgeEnds, { graph }: WorkerMessages, words: Words): string {
  const nameOf = (node: GraphNode | undefined): string => (node === undefined ? '' : graph.nodeName(node));
  const { from, fromRow, to, toRow } = ends;
  const start = (fromRow && words.rowName(fromRow)) ?? '';
  const end = toRow?.kind === 'port' ? words.portOf(nameOf(to), toRow) : nameOf(to);
  if (fromRow?.kind === 'port') return words.leads(words.portOf(nameOf(from), fromRow), end);
  return words.leads(start === '' ? nameOf(from) : start, end);
}

function toImpactEdge(edge: GraphEdge, graph: GraphModel, messages: WorkerMessages): ImpactEdge {
  const ends = endsOf(edge, graph);
  const { fromRow } = ends;
  return {
    id: edge.id,
    label: labelOf(ends, messages, messages.graphDraft),
    kind: edge.kind,
    fromNode: edge.fromNode,
    toNode: edge.toNode,
    host: fromRow?.kind === 'path' ? fromRow.host : undefined,
    path: fromRow?.kind === 'path' ? fromRow.path : undefined,
    port: portOf(ends),
  };
}

/** The name of a row where it needs its node to be understood. */
function rowLabelOf(node: GraphNode, row: GraphRow, { graph, graphDraft }: WorkerMessages): string {
  if (row.kind === 'port') return graphDraft.portOf(graph.nodeName(node), row);
  return row.kind === 'host' ? row.host || '*' : (graphDraft.rowName(row) ?? graph.nodeName(node));
}

/** Rows that are there before and after and say something else, of the draft's own objects. */
function listRowsChanged({ draftMarks, graph, messages }: DraftedModel): readonly ImpactRow[] {
  const { spokenValueOf } = messages.graphDraft;
  return [...draftMarks.byTarget.values()].flatMap(({ target, change, before }) => {
    const { nodeId, rowId } = splitTarget(target);
    const node = graph.findNode(nodeId);
    const row = node?.rows.find(({ id }) => id === rowId);
    if (change !== 'changed' || node === undefined || row === undefined || before === undefined) return [];
    const [was, value] = [spokenValueOf(before, row), spokenValueOf(row, before)];
    return was === value ? [] : [{ id: target, label: rowLabelOf(node, row, messages), was, value }];
  });
}

/** What is different with the changes laid over the cluster: found by the code that draws and checks the live one. */
export function answerImpact(model: ClusterModel, { changes, about }: ImpactQuestion): ImpactAnswer {
  const drafted = draftedModelOf(model, changes);
  const { differences, findingChanges, graph } = drafted;
  const all = <T>(of: (difference: GraphDifference) => readonly T[]): readonly T[] => differences.flatMap(of);
  const toNode = (node: GraphNode): ImpactNode => toImpactNode(node, model.messages);
  // What is no more still stands in the drafted picture, so both kinds of edges find their ends there.
  const toEdge = (edge: GraphEdge): ImpactEdge => toImpactEdge(edge, graph, model.messages);
  return {
    nodesAdded: all(({ nodesAdded }) => nodesAdded).map(toNode),
    nodesRemoved: all(({ nodesRemoved }) => nodesRemoved).map(toNode),
    edgesAdded: all(({ edgesAdded }) => edgesAdded).map(toEdge),
    edgesRemoved: all(({ edgesRemoved }) => edgesRemoved).map(toEdge),
    introduced: findingChanges.added,
    fixed: findingChanges.removed,
    rowsChanged: listRowsChanged(drafted),
    counts: drafted.draftMarks.counts,
    conflicts: drafted.conflicts,
    findings: about === undefined ? [] : drafted.diagnosis.listFor(keyOfRef(about)),
  };
}
