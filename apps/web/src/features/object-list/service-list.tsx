import { useMemo, type ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import type { ServiceRow } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { MonoCell } from './cells.tsx';
import { useListState } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import { buildAgeColumn, buildNameColumns } from './shared-columns.tsx';
import styles from './object-list.module.css';

function podsClass({ readyPods, allPods, type }: ServiceRow): string | undefined {
  if (type === 'ExternalName') return styles.quiet;
  return readyPods === 0 ? styles.error : readyPods < allPods ? styles.warning : undefined;
}

function buildColumns({ lists }: Messages): readonly DataColumn<ServiceRow>[] {
  const { columns } = lists;
  return [
    ...buildNameColumns(columns),
    {
      id: 'type',
      header: columns.type(),
      width: 'minmax(96px, .6fr)',
      isSortable: true,
      render: ({ type }) => type,
    },
    {
      id: 'clusterIp',
      header: columns.clusterIp(),
      width: 'minmax(110px, .8fr)',
      isSortable: true,
      render: ({ clusterIP }) => <MonoCell text={clusterIP} />,
    },
    {
      id: 'ports',
      header: columns.ports(),
      width: 'minmax(120px, 1fr)',
      isSortable: true,
      render: ({ ports }) => <MonoCell text={ports.join(', ')} />,
    },
    {
      id: 'selector',
      header: columns.selector(),
      width: 'minmax(140px, 1.3fr)',
      render: ({ selector }) => <MonoCell text={selector.join(',')} />,
    },
    {
      id: 'pods',
      header: columns.pods(),
      width: '92px',
      isNumeric: true,
      isSortable: true,
      render: (row) => (
        <span className={podsClass(row)}>
          {row.type === 'ExternalName' ? '' : lists.podsReady(row.readyPods, row.allPods)}
        </span>
      ),
    },
    {
      id: 'usedBy',
      header: columns.usedBy(),
      width: '84px',
      isNumeric: true,
      isSortable: true,
      render: ({ usedBy }) => lists.usedBy(usedBy),
    },
    {
      id: 'exposedAt',
      header: columns.exposedAt(),
      width: 'minmax(130px, 1fr)',
      render: ({ exposedAt }) => <MonoCell text={exposedAt} />,
    },
    buildAgeColumn(columns),
  ];
}

/** Every Service, sortable. */
export function ServiceList({ action }: { readonly action?: ReactNode }): ReactNode {
  const messages = useMessages();
  const columns = useMemo(() => buildColumns(messages), [messages]);
  const state = useListState();
  const answer = useAnswer({ kind: 'rows', of: 'Service', ...state.asked });
  return (
    <ListTable
      kind="Service"
      filterHint={messages.lists.filter.service()}
      columns={columns}
      answer={answer}
      state={state}
      action={action}
    />
  );
}
