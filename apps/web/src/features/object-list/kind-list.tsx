import { kindInfo, type Kind } from '@fairlead/kube-objects';
import { useMemo, type ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import type { ObjectRow } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { AgeCell, NameCell, StateCell } from './cells.tsx';
import { useListState } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import styles from './object-list.module.css';

function buildColumns(
  { lists: { columns } }: Messages,
  isNamespaced: boolean,
): readonly DataColumn<ObjectRow>[] {
  const namespaceColumn: DataColumn<ObjectRow> = {
    id: 'namespace',
    header: columns.namespace(),
    width: 'minmax(120px, 1fr)',
    render: ({ namespace }) => <span className={styles.second}>{namespace}</span>,
  };
  return [
    {
      id: 'name',
      header: columns.name(),
      width: 'minmax(240px, 2fr)',
      render: ({ name, worst }) => <NameCell name={name} worst={worst} />,
    },
    ...(isNamespaced ? [namespaceColumn] : []),
    {
      id: 'state',
      header: columns.state(),
      width: 'minmax(140px, 1fr)',
      render: ({ stateWords, worst }) => <StateCell words={stateWords} worst={worst} />,
    },
    {
      id: 'age',
      header: columns.age(),
      width: '72px',
      isNumeric: true,
      render: ({ createdAt }) => <AgeCell createdAt={createdAt} />,
    },
  ];
}

/** The objects of a kind that has no page of its own. */
export function KindList({ kind }: { readonly kind: Kind }): ReactNode {
  const messages = useMessages();
  const { isNamespaced } = kindInfo(kind);
  const columns = useMemo(() => buildColumns(messages, isNamespaced), [messages, isNamespaced]);
  const state = useListState();
  const answer = useAnswer({ kind: 'objects', of: kind, filter: state.filter, ...state.range });
  return (
    <ListTable
      kind={kind}
      filterHint={messages.lists.filter.object()}
      columns={columns}
      answer={answer}
      state={state}
    />
  );
}
