import type { Severity } from '@fairlead/diagnostics';
import { parseObjectKey } from '@fairlead/kube-objects';
import {
  defaultBackendRowId,
  hostRowId,
  portRowId,
  splitTarget,
  targetOf,
  type GraphNode,
  type ViewState,
} from '@fairlead/resource-graph';
import type { PictureModel } from './cluster-model.ts';
import { cutDraftMarks } from './draft-marks.ts';
import { worseOf } from './mark-index.ts';
import { listSuggestions } from './list-suggestions.ts';
import type { GraphMark, GraphView, GraphWindowAnswer, OverviewAnswer, Question } from './questions.ts';

type QuestionOf<K extends Question['kind']> = Extract<Question, { readonly kind: K }>;

interface KnownView {
  readonly given: string;
  readonly view: ViewState;
}

/** By the marks that are shown: those of the live picture, and those of a draft. */
const lastViews = new WeakMap<ReadonlySet<string>, KnownView>();

/** The same object for the same view and marks, so that the model keeps its layouts. */
function viewStateOf(view: GraphView, marked: ReadonlySet<string>): ViewState {
  const given = JSON.stringify(view);
  const known = lastViews.get(marked);
  if (known?.given === given) return known.view;
  const state = { ...view, marked };
  lastViews.set(marked, { given, view: state });
  return state;
}

/** Shows the model the view a question is asked under. */
function withView({ graph, marks }: PictureModel, view: GraphView): PictureModel['graph'] {
  graph.setView(viewStateOf(view, marks.targets));
  return graph;
}

/** The row of a node that the parts after `~` name: a port, a host, or a host and a path. */
function rowIdOf(node: GraphNode, first: string, rest: readonly string[]): string | undefined {
  if (node.kind === 'service') return portRowId(first);
  if (node.kind !== 'ingress') return undefined;
  if (rest.length === 0) return first === defaultBackendRowId ? first : hostRowId(first);
  const path = rest.join('~');
  return node.rows.find((row) => row.kind === 'path' && row.host === first && row.path === path)?.id;
}

/** What a selection in an address means in the picture: the text before `~` names a node or an object, the rest a row. */
export function targetOfSelection({ graph }: Pick<PictureModel, 'graph'>, selected: string): string {
  const [id = '', first, ...rest] = selected.split('~');
  const node = parseObjectKey(id) === undefined ? undefined : graph.findNode(id);
  if (node === undefined || first === undefined) return node?.id ?? id;
  return targetOf(node.id, rowIdOf(node, first, rest));
}

function listSelectedEdges(model: PictureModel, selected: string | undefined): readonly string[] {
  if (selected === undefined) return [];
  const { up, down } = model.graph.neighbours(targetOfSelection(model, selected));
  return [...up, ...down].map(({ id }) => id);
}

function listMarks(model: PictureModel, nodes: GraphWindowAnswer['nodes']): readonly GraphMark[] {
  const { byTarget } = model.marks;
  return nodes.flatMap(({ node }) => {
    const rows = node.rows.flatMap(({ id }) => byTarget.get(targetOf(node.id, id)) ?? []);
    return [byTarget.get(node.id) ?? [], rows].flat();
  });
}

export function answerGraphWindow(
  model: PictureModel,
  question: QuestionOf<'graphWindow'>,
): GraphWindowAnswer {
  const graph = withView(model, question.view);
  const window = graph.window(question.rectangle);
  return {
    ...window,
    ...(model.draftMarks === undefined
      ? {}
      : { draft: cutDraftMarks(model.draftMarks, window.nodes, window.edges) }),
    edges: [...window.edges, ...listSuggestions(model, window)],
    marks: listMarks(model, window.nodes),
    selectedEdges: listSelectedEdges(model, question.selected),
    columns: graph.counts(),
    accounting: graph.accounting(),
  };
}

/** One tick for each node with a problem, in itself or in one of its rows. */
function worstByNode({ byTarget }: PictureModel['marks']): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { target, severity } of byTarget.values()) {
    const { nodeId } = splitTarget(target);
    worst.set(nodeId, worseOf(worst.get(nodeId), severity));
  }
  return worst;
}

export function answerGraphOverview(
  model: PictureModel,
  { view }: QuestionOf<'graphOverview'>,
): OverviewAnswer {
  const graph = withView(model, view);
  const ticks = [...worstByNode(model.marks)].flatMap(([nodeId, severity]) => {
    const place = graph.placeOf(nodeId);
    return place === undefined ? [] : [{ y: place.y + place.height / 2, severity, nodeId }];
  });
  return { ...graph.overview(), ticks: ticks.toSorted((a, b) => a.y - b.y) };
}

export const answerGraphPlace = (
  model: PictureModel,
  { view, id }: QuestionOf<'graphPlace'>,
): ReturnType<PictureModel['graph']['placeOf']> =>
  withView(model, view).placeOf(targetOfSelection(model, id));

export const answerGraphNeighbour = (
  model: PictureModel,
  { view, from, direction }: QuestionOf<'graphNeighbour'>,
): string | undefined => withView(model, view).neighbour(from, direction);
