import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { Messages } from '../../messages/en.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { parseSelection, printSelection } from '../../url-state/selection.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { RowsAnswer } from '../../workers/questions.ts';
import type { RouteRow } from '../../workers/route-row.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { CutText } from './cut-text.tsx';
import styles from './graph.module.css';
import { useDraftOfQuestion } from './shown-draft.ts';
import tableStyles from './route-table.module.css';
import { useShownTrace, type ShownTrace } from './shown-trace.ts';
import { buildTraceColumn } from './trace-column.tsx';
import { listTracedFirst } from './traced-row.ts';

const mono = (text: string): ReactNode => <CutText text={text} look={tableStyles.mono} />;
const fine = (text: string): ReactNode => <CutText text={text} look={tableStyles.fine} />;

/** A way in has no host by which one would know it: its name stands beside its state. */
const wordsOf = (
  { kind, behind: [name = ''], stateWords }: RouteRow,
  table: Messages['graph']['table'],
): string => (kind === 'exposure' ? table.wayIn(name, stateWords) : stateWords);

function buildColumns({ graph, common }: Messages): readonly DataColumn<RouteRow>[] {
  const { table } = graph;
  return [
    {
      id: 'state',
      header: table.state(),
      width: 'minmax(150px, 1.1fr)',
      isSortable: true,
      render: (row) =>
        row.worst === undefined ? (
          fine(wordsOf(row, table))
        ) : (
          <span className={tableStyles.state}>
            <StatusIcon tone={row.worst} size={13} label={common.severity(row.worst)} />
            <CutText text={wordsOf(row, table)} look={tableStyles[row.worst]} />
          </span>
        ),
    },
    {
      id: 'namespace',
      header: table.namespace(),
      width: 'minmax(90px, .8fr)',
      isSortable: true,
      render: ({ namespace }) => <CutText text={namespace} />,
    },
    {
      id: 'host',
      header: table.host(),
      width: 'minmax(150px, 1.3fr)',
      isSortable: true,
      render: ({ host, kind }) =>
        kind === 'exposure'
          ? null
          : host === undefined
            ? fine(table.noIngress())
            : mono(host === '' ? graph.anyHost() : host),
    },
    {
      id: 'path',
      header: table.path(),
      width: 'minmax(90px, 1fr)',
      isSortable: true,
      render: ({ path }) => mono(path),
    },
    {
      id: 'pathType',
      header: table.pathType(),
      width: '104px',
      render: ({ pathType }) => <CutText text={pathType} />,
    },
    {
      id: 'ingress',
      header: table.ingress(),
      width: 'minmax(100px, .9fr)',
      isSortable: true,
      render: ({ ingress }) => <CutText text={ingress?.name ?? ''} />,
    },
    {
      id: 'service',
      header: table.service(),
      width: 'minmax(100px, .9fr)',
      isSortable: true,
      render: ({ service }) => <CutText text={service} />,
    },
    { id: 'port', header: table.port(), width: 'minmax(130px, 1fr)', render: ({ port }) => mono(port) },
    {
      id: 'behind',
      header: table.behind(),
      width: 'minmax(110px, 1fr)',
      isSortable: true,
      render: ({ behind }) => <CutText text={behind.join(', ')} />,
    },
    {
      id: 'pods',
      header: table.pods(),
      width: '86px',
      isNumeric: true,
      isSortable: true,
      render: ({ readyPods, allPods, port }) =>
        allPods === 0 && port === '' ? '' : table.podsReady(readyPods, allPods),
    },
  ];
}

const buildDraftColumn = ({ graphDraft }: Messages): DataColumn<RouteRow> => ({
  id: 'draft',
  header: graphDraft.column(),
  width: 'minmax(150px, 1.2fr)',
  render: ({ draft }) =>
    draft === undefined ? null : <CutText text={graphDraft.inTable(draft)} look={tableStyles.draft} />,
});

interface Laid {
  readonly trace: ShownTrace | undefined;
  readonly hasDraft: boolean;
}

/** After the state: what a traced request makes of each row, and what the draft does to it. */
function listColumns(messages: Messages, { trace, hasDraft }: Laid): readonly DataColumn<RouteRow>[] {
  const [state, ...others] = buildColumns(messages);
  return [
    ...(state === undefined ? [] : [state]),
    ...(trace === undefined ? [] : [buildTraceColumn(messages, trace)]),
    ...(hasDraft ? [buildDraftColumn(messages)] : []),
    ...others,
  ];
}

interface Range {
  readonly from: number;
  readonly count: number;
}

/** The lines in view, narrowed down as the address says; what a trace speaks of comes first while nothing is sorted. */
function useRoutes(range: Range): RowsAnswer<RouteRow> | undefined {
  const { namespaces, classNames, onlyProblems, sort, focus } = useUrlState();
  const trace = useShownTrace();
  const narrowed = {
    ...(namespaces === undefined ? {} : { namespaces }),
    ...(classNames === undefined ? {} : { classNames }),
    ...(onlyProblems ? { onlyProblems } : {}),
  };
  return useAnswer({
    kind: 'routes',
    filter: narrowed,
    ...(focus === undefined ? {} : { focus: printSelection(focus) }),
    ...(trace === undefined ? {} : { first: listTracedFirst(trace) }),
    ...useDraftOfQuestion(),
    ...range,
    ...(sort === undefined ? {} : { sort }),
  }).data;
}

function Count({ answer }: { readonly answer: RowsAnswer<RouteRow> | undefined }): ReactNode {
  const { common, graph, requestTracer } = useMessages();
  const { sort } = useUrlState();
  const isTracedFirst = useShownTrace() !== undefined && sort === undefined;
  return (
    <p className={tableStyles.count}>
      {answer === undefined ? common.loading() : graph.table.count(answer.total, answer.unfiltered)}
      {isTracedFirst ? ` · ${requestTracer.table.first()}` : null}
    </p>
  );
}

/** The accessible twin: one row for each way a request can take and for everything no request reaches. */
export function RouteTable(): ReactNode {
  const messages = useMessages();
  const { sort, selection } = useUrlState();
  const setUrl = useSetUrlState();
  const [range, setRange] = useState<Range>({ from: 0, count: 100 });
  const hasDraft = useDraftOfQuestion().draft !== undefined;
  const trace = useShownTrace();
  const answer = useRoutes(range);
  return (
    <section className={styles.table} aria-label={messages.graph.table.label()}>
      <Count answer={answer} />
      <DataTable
        label={messages.graph.table.label()}
        columns={listColumns(messages, { trace, hasDraft })}
        rows={{
          total: answer?.total ?? 0,
          at: (index) => (answer === undefined ? undefined : answer.rows[index - answer.from]),
          keyOf: ({ sel }) => sel,
          height: 34,
          onRange: (from, count) =>
            setRange((last) => (last.from === from && last.count === count ? last : { from, count })),
        }}
        sort={{ by: sort, onChange: (by) => setUrl({ sort: by }), label: messages.lists.sortBy }}
        selectedKey={selection === undefined ? undefined : printSelection(selection)}
        onOpen={({ sel }) => setUrl({ selection: parseSelection(sel) })}
      />
    </section>
  );
}
