import { splitTarget, type RouteRow as PictureRow } from '@fairlead/resource-graph';
import { answerFocus } from './answer-focus.ts';
import type { PictureModel } from './cluster-model.ts';
import { cutRows, sortBy, type SortKeys } from './cut-rows.ts';
import { buildTextFilter } from './match-filter.ts';
import type { RowDraft } from './draft-answers.ts';
import type { Question, RowsAnswer } from './questions.ts';
import type { RouteRow } from './route-row.ts';
import { marksOf, worstFor } from './route-worst.ts';

type RoutesQuestion = Extract<Question, { readonly kind: 'routes' }>;

const severityRank = { error: 0, warning: 1, info: 2 } as const;

function selOf({ targets, ingressRef, host, path, serviceRef, kind }: PictureRow): string {
  const nodes = targets.map((target) => target.split('#', 1)[0] ?? '');
  if (ingressRef !== undefined) return [nodes[0] ?? '', host, path].join('~');
  if (kind === 'service' && serviceRef !== undefined)
    return `Service/${serviceRef.namespace ?? '-'}/${serviceRef.name}`;
  return nodes[0] ?? '';
}

const portWords = ({ messages: { graph } }: PictureModel, { port }: PictureRow): string =>
  port === undefined ? '' : graph.routePort(port);

const behindWords = ({ messages: { graph } }: PictureModel, { behind }: PictureRow): readonly string[] =>
  behind.map(graph.nodeName);

/** What the draft does to the rule or port that a line tells of, else to the node that it begins with. */
function draftOf({ draftMarks, messages }: PictureModel, { targets }: PictureRow): RowDraft | undefined {
  if (draftMarks === undefined) return undefined;
  const [nodeId = ''] = targets;
  const own = targets.filter((target) => splitTarget(target).nodeId === nodeId);
  const marks = own.toReversed().flatMap((target) => draftMarks.byTarget.get(target) ?? []);
  const mark = marks.find(
    ({ target, change }) => target !== nodeId || change !== 'changed' || own.length === 1,
  );
  if (mark === undefined || mark.change === 'affected') return undefined;
  const was = mark.before && messages.graphDraft.valueOf(mark.before);
  return { change: mark.change, ...(was === undefined ? {} : { was }) };
}

function toRouteRow(model: PictureModel, row: PictureRow): RouteRow {
  const { answers } = model.messages;
  const marks = marksOf(model, row);
  const worst = worstFor(row, marks);
  const draft = draftOf(model, row);
  const words = marks.find(({ severity }) => severity === worst)?.label;
  return {
    id: row.id,
    sel: selOf(row),
    kind: row.kind,
    targets: row.targets,
    namespace: row.namespace ?? '',
    host: row.ingressRef === undefined ? undefined : row.host,
    path: row.path,
    pathType: row.isDefaultBackend ? answers.defaultBackend() : row.pathType,
    ingress: row.ingressRef,
    service: row.service,
    serviceRef: row.serviceRef,
    port: portWords(model, row),
    behind: behindWords(model, row),
    readyPods: row.readyPods,
    allPods: row.allPods,
    stateWords: words ?? answers.routeState(row.state),
    ...(worst === undefined ? {} : { worst }),
    ...(draft === undefined ? {} : { draft }),
  };
}

const sortKeys = (model: PictureModel): SortKeys<PictureRow> => ({
  namespace: ({ namespace = '' }) => namespace,
  host: ({ host }) => host,
  path: ({ path }) => path,
  ingress: ({ ingress }) => ingress,
  service: ({ service }) => service,
  port: (row) => portWords(model, row),
  behind: (row) => behindWords(model, row).join(', '),
  pods: ({ readyPods }) => readyPods,
  state: (row) => {
    const worst = worstFor(row, marksOf(model, row));
    return worst === undefined ? 3 : severityRank[worst];
  },
});

/** A line belongs to the focus when what it begins with does: the node as a whole, or the last row it names of it. */
function buildFocusFilter(
  model: PictureModel,
  { focus }: RoutesQuestion,
): (row: Pick<PictureRow, 'targets'>) => boolean {
  const answer = focus === undefined ? undefined : answerFocus(model, { kind: 'focus', id: focus });
  if (answer === undefined) return () => true;
  const connected = new Set(answer.targets);
  return ({ targets }) => {
    const [nodeId = ''] = targets;
    const row = targets.findLast((target) => splitTarget(target).nodeId === nodeId);
    return connected.has(nodeId) || (row !== undefined && connected.has(row));
  };
}

/** What the question wants first, in the order it names it; all else stays as it is. */
function putFirst(rows: readonly PictureRow[], first: readonly string[]): readonly PictureRow[] {
  if (first.length === 0) return rows;
  const ranks = new Map(first.map((id, rank) => [id, rank]));
  const rankOf = ({ id, targets: [node = ''] }: PictureRow): number =>
    ranks.get(id) ?? ranks.get(node) ?? first.length;
  return sortBy(rows, 'rank', { rank: rankOf });
}

/** The table twin: the picture line by line, ghosts and workloads that nothing reaches included. */
export function answerRoutes(model: PictureModel, question: RoutesQuestion): RowsAnswer<RouteRow> {
  const { namespaces, classNames, onlyProblems, text } = question.filter;
  const narrowed = model.graph
    .routes({
      ...(namespaces === undefined ? {} : { namespaces }),
      ...(classNames === undefined ? {} : { classNames }),
    })
    .filter(buildFocusFilter(model, question));
  const matchesText = buildTextFilter(question.filter);
  const textsOf = (row: PictureRow): readonly string[] => {
    const { namespace = '', host, path, ingress, service } = row;
    return [namespace, host, path, ingress, service, portWords(model, row), ...behindWords(model, row)];
  };
  const kept = narrowed.filter(
    (row) =>
      (onlyProblems !== true || worstFor(row, marksOf(model, row)) !== undefined) &&
      (text === undefined || matchesText(textsOf(row))),
  );
  const range = { from: question.from, count: question.count, unfiltered: model.graph.routes().length };
  const { sort, first = [] } = question;
  const ordered = sort === undefined ? putFirst(kept, first) : sortBy(kept, sort, sortKeys(model));
  return cutRows(ordered, range, (row) => toRouteRow(model, row));
}
