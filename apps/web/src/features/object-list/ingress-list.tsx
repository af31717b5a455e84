import { Lock } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import type { DataColumn } from '../../ui/data-table.tsx';
import type { IngressRow } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { MonoCell, StateCell } from './cells.tsx';
import { useListState } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import { buildAgeColumn, buildNameColumns } from './shared-columns.tsx';
import styles from './object-list.module.css';

/** The first of several texts, and how many more there are. */
function FirstCell({ texts }: { readonly texts: readonly string[] }): ReactNode {
  const { lists } = useMessages();
  const [first = '', ...more] = texts;
  return (
    <span className={styles.several} title={texts.join(', ')}>
      <MonoCell text={first} />
      {more.length === 0 ? null : <Chip>{lists.more(more.length)}</Chip>}
    </span>
  );
}

function HostsCell({ hosts }: { readonly hosts: readonly string[] }): ReactNode {
  const { lists } = useMessages();
  if (hosts.length === 0) return <span className={styles.quiet}>{lists.anyHost()}</span>;
  return <FirstCell texts={hosts.map((host) => (host === '' ? lists.anyHost() : host))} />;
}

function ClassCell({ row: { className, classState } }: { readonly row: IngressRow }): ReactNode {
  const { lists } = useMessages();
  const text = className === '' ? lists.noClassSet() : className;
  return (
    <span className={classState === 'missing' ? styles.monoError : styles.mono} title={text}>
      {text}
    </span>
  );
}

function TlsCell({ hasTls }: { readonly hasTls: boolean }): ReactNode {
  const { lists, common } = useMessages();
  return hasTls ? (
    <>
      <Lock size={12} aria-hidden />
      {lists.tlsYes()}
    </>
  ) : (
    <span className={styles.quiet}>{common.none()}</span>
  );
}

function stateText({ stateWords, problemCount }: IngressRow, { common }: Messages): string {
  return problemCount > 1 ? common.problems(problemCount) : stateWords;
}

function buildColumns(messages: Messages): readonly DataColumn<IngressRow>[] {
  const { columns, noAddress } = messages.lists;
  return [
    ...buildNameColumns(columns),
    {
      id: 'class',
      header: columns.className(),
      width: 'minmax(84px, .6fr)',
      isSortable: true,
      render: (row) => <ClassCell row={row} />,
    },
    {
      id: 'hosts',
      header: columns.hosts(),
      width: 'minmax(170px, 1.5fr)',
      isSortable: true,
      render: ({ hosts }) => <HostsCell hosts={hosts} />,
    },
    {
      id: 'paths',
      header: columns.paths(),
      width: '64px',
      isNumeric: true,
      isSortable: true,
      render: ({ pathCount }) => pathCount,
    },
    {
      id: 'tls',
      header: columns.tls(),
      width: '64px',
      render: ({ hasTls }) => <TlsCell hasTls={hasTls} />,
    },
    {
      id: 'backends',
      header: columns.backends(),
      width: 'minmax(150px, 1.4fr)',
      render: ({ backends }) => (
        <span className={styles.second} title={backends.join(', ')}>
          {backends.join(', ')}
        </span>
      ),
    },
    {
      id: 'address',
      header: columns.address(),
      width: 'minmax(140px, .9fr)',
      isSortable: true,
      render: ({ address }) => <FirstCell texts={address === '' ? [noAddress()] : address.split(', ')} />,
    },
    {
      id: 'state',
      header: columns.state(),
      width: 'minmax(110px, .9fr)',
      isSortable: true,
      render: (row) => <StateCell words={stateText(row, messages)} worst={row.worst} />,
    },
    buildAgeColumn(columns),
  ];
}

/** Every Ingress, sortable. */
export function IngressList({ action }: { readonly action?: ReactNode }): ReactNode {
  const messages = useMessages();
  const columns = useMemo(() => buildColumns(messages), [messages]);
  const state = useListState();
  const answer = useAnswer({ kind: 'rows', of: 'Ingress', ...state.asked });
  return (
    <ListTable
      kind="Ingress"
      filterHint={messages.lists.filter.ingress()}
      columns={columns}
      answer={answer}
      state={state}
      action={action}
    />
  );
}
