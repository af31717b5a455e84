import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { Messages } from '../../messages/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { parseSelection, printSelection } from '../../url-state/selection.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { RouteRow } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './graph.module.css';
import { useDraftOfQuestion } from './shown-draft.ts';
import tableStyles from './route-table.module.css';

interface CutTextProps {
  readonly text: string;
  readonly look?: string | undefined;
}

/** Cut with an ellipsis where there is no room: whole in the tooltip, and whole for those who hear it. */
const CutText = ({ text, look }: CutTextProps): ReactNode => (
  <span className={classNames(tableStyles.clip, look)} title={text}>
    {text}
  </span>
);

const mono = (text: string): ReactNode => <CutText text={text} look={tableStyles.mono} />;
const fine = (text: string): ReactNode => <CutText text={text} look={tableStyles.fine} />;

function buildColumns({ graph, common }: Messages): readonly DataColumn<RouteRow>[] {
  const { table } = graph;
  return [
    {
      id: 'state',
      header: table.state(),
      width: 'minmax(150px, 1.1fr)',
      isSortable: true,
      render: ({ worst, stateWords, kind }) =>
        worst === undefined ? (
          fine(kind === 'exposure' ? table.wayIn() : stateWords)
        ) : (
          <span className={tableStyles.state}>
            <StatusIcon tone={worst} size={13} label={common.severity(worst)} />
            <CutText text={stateWords} look={tableStyles[worst]} />
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

/** With what the draft does to each row. */
function buildDraftColumns(messages: Messages): readonly DataColumn<RouteRow>[] {
  const { graphDraft } = messages;
  const [state, ...others] = buildColumns(messages);
  const draftColumn: DataColumn<RouteRow> = {
    id: 'draft',
    header: graphDraft.column(),
    width: 'minmax(150px, 1.2fr)',
    render: ({ draft }) =>
      draft === undefined ? null : <CutText text={graphDraft.inTable(draft)} look={tableStyles.draft} />,
  };
  return state === undefined ? [draftColumn] : [state, draftColumn, ...others];
}

/** The accessible twin: one row for each way a request can take and for everything no request reaches. */
export function RouteTable(): ReactNode {
  const messages = useMessages();
  const { namespaces, classNames, onlyProblems, sort, selection, focus } = useUrlState();
  const setUrl = useSetUrlState();
  const [range, setRange] = useState({ from: 0, count: 100 });
  const draft = useDraftOfQuestion();
  const narrowed = {
    ...(namespaces === undefined ? {} : { namespaces }),
    ...(classNames === undefined ? {} : { classNames }),
    ...(onlyProblems ? { onlyProblems } : {}),
  };
  const answer = useAnswer({
    kind: 'routes',
    filter: narrowed,
    ...(focus === undefined ? {} : { focus: printSelection(focus) }),
    ...draft,
    ...range,
    ...(sort === undefined ? {} : { sort }),
  }).data;
  return (
    <section className={styles.table} aria-label={messages.graph.table.label()}>
      <p className={tableStyles.count}>
        {answer === undefined
          ? messages.common.loading()
          : messages.graph.table.count(answer.total, answer.unfiltered)}
      </p>
      <DataTable
        label={messages.graph.table.label()}
        columns={draft.draft === undefined ? buildColumns(messages) : buildDraftColumns(messages)}
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
