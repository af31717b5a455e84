import { kindInfo, parseObjectKey, type Kind } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { usePreferences } from '../../preferences.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { RowsAnswer } from '../../workers/questions.ts';
import type { ListState } from './list-state.ts';
import { rowAt } from './list-state.ts';
import { ListToolbar } from './list-toolbar.tsx';
import styles from './object-list.module.css';
import { useNamespaceCount } from './use-namespace-count.ts';

export interface ListTableProps<Row extends { readonly key: string }> {
  readonly kind: Kind;
  readonly filterHint: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly answer: { readonly data: RowsAnswer<Row> | undefined; readonly error: Error | null };
  readonly state: ListState;
  /** At the end of the bar: what can be made new here. */
  readonly action?: ReactNode;
}

function NothingMatches({ kind, isEmpty }: { readonly kind: Kind; readonly isEmpty: boolean }): ReactNode {
  const { lists, common } = useMessages();
  const { text } = useUrlState();
  const setUrlState = useSetUrlState();
  if (isEmpty) return <EmptyState title={lists.nothingHere(common.kindPlural(kind))} />;
  return (
    <EmptyState
      title={text === '' ? lists.nothingMatchesFilter(kind) : lists.nothingMatches(kind, text)}
      actions={
        <>
          <Button onPress={() => setUrlState({ text: '', onlyProblems: false, classNames: undefined })}>
            {common.clearFilter()}
          </Button>
          <Button onPress={() => setUrlState({ namespaces: undefined })}>{lists.showAllNamespaces()}</Button>
        </>
      }
    >
      {lists.clearHint()}
    </EmptyState>
  );
}

/** A list page without its panel: bar, table, and what stands there when the table is empty. */
export function ListTable<Row extends { readonly key: string }>(props: ListTableProps<Row>): ReactNode {
  const { kind, filterHint, columns, state } = props;
  const { data: answer, error } = props.answer;
  const { lists, common } = useMessages();
  const { density } = usePreferences();
  const { selection } = useUrlState();
  const setUrlState = useSetUrlState();
  const namespaceCount = useNamespaceCount();
  const { isNamespaced } = kindInfo(kind);
  const plural = common.kindPlural(kind);
  const countText = ({ total, unfiltered }: RowsAnswer<Row>): string =>
    isNamespaced
      ? lists.shown(total, unfiltered, namespaceCount)
      : lists.shownClusterScoped(total, unfiltered);
  const table =
    answer?.total === 0 ? (
      <NothingMatches kind={kind} isEmpty={answer.unfiltered === 0} />
    ) : (
      <DataTable
        label={lists.tableLabel(plural)}
        columns={columns}
        rows={{
          total: answer?.total ?? 0,
          at: rowAt(answer),
          keyOf: ({ key }) => key,
          height: density === 'comfortable' ? 40 : 34,
          onRange: state.setRange,
        }}
        sort={{
          by: state.sort ?? 'name',
          onChange: (by) => setUrlState({ sort: by === 'name' ? undefined : by }, { isReplacing: true }),
          label: lists.sortBy,
        }}
        selectedKey={selection?.id}
        onOpen={({ key }) => setUrlState({ selection: { id: key, ref: parseObjectKey(key), row: [] } })}
      />
    );
  return (
    <div className={styles.page}>
      <ListToolbar
        title={plural}
        count={answer && countText(answer)}
        filterHint={filterHint}
        hasNamespaces={isNamespaced}
        hasClasses={kind === 'Ingress'}
        action={props.action}
      />
      {error === null ? table : <ErrorPanel title={common.panelFailed()} quote={error.message} />}
    </div>
  );
}
