import { splitTarget, type RouteRow as PictureRow } from '@fairlead/resource-graph';
import { english } from '../messages/en.ts';
import { answerFocus } from './answer-focus.ts';
import type { ClusterModel } from './cluster-model.ts';
import { cutRows, sortBy, type SortKeys } from './cut-rows.ts';
import type { Question, RouteRow, RowsAnswer } from './questions.ts';
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

function toRouteRow(model: ClusterModel, row: PictureRow): RouteRow {
  const marks = marksOf(model, row);
  const worst = worstFor(row, marks);
  const words = marks.find(({ severity }) => severity === worst)?.label;
  return {
    id: row.id,
    sel: selOf(row),
    kind: row.kind,
    namespace: row.namespace ?? '',
    host: row.ingressRef === undefined ? undefined : row.host,
    path: row.path,
    pathType: row.isDefaultBackend ? english.answers.defaultBackend() : row.pathType,
    ingress: row.ingressRef,
    service: row.service,
    serviceRef: row.serviceRef,
    port: row.port,
    behind: row.behind,
    readyPods: row.readyPods,
    allPods: row.allPods,
    stateWords: words ?? english.answers.routeState(row.state),
    ...(worst === undefined ? {} : { worst }),
  };
}

const sortKeys = (model: ClusterModel): SortKeys<PictureRow> => ({
  namespace: ({ namespace = '' }) => namespace,
  host: ({ host }) => host,
  path: ({ path }) => path,
  ingress: ({ ingress }) => ingress,
  service: ({ service }) => service,
  port: ({ port }) => port,
  behind: ({ behind }) => behind.join(', '),
  pods: ({ readyPods }) => readyPods,
  state: (row) => {
    const worst = worstFor(row, marksOf(model, row));
    return worst === undefined ? 3 : severityRank[worst];
  },
});

/** A line belongs to the focus when what it begins with does: the node as a whole, or the last row it names of it. */
function buildFocusFilter(
  model: ClusterModel,
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

/** The table twin: the picture line by line, ghosts and workloads that nothing reaches included. */
export function answerRoutes(model: ClusterModel, question: RoutesQuestion): RowsAnswer<RouteRow> {
  const { namespaces, classNames, onlyProblems, text } = question.filter;
  const narrowed = model.graph
    .routes({
      ...(namespaces === undefined ? {} : { namespaces }),
      ...(classNames === undefined ? {} : { classNames }),
      ...(text === undefined ? {} : { text }),
    })
    .filter(buildFocusFilter(model, question));
  const kept =
    onlyProblems === true
      ? narrowed.filter((row) => worstFor(row, marksOf(model, row)) !== undefined)
      : narrowed;
  const range = { from: question.from, count: question.count, unfiltered: model.graph.routes().length };
  return cutRows(sortBy(kept, question.sort, sortKeys(model)), range, (row) => toRouteRow(model, row));
}
