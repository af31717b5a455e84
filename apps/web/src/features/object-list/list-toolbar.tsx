import { Box, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { MultiSelectFilter } from '../../ui/multi-select-filter.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './object-list.module.css';

export interface ListToolbarProps {
  readonly title: string;
  /** `20 of 23 in 31 namespaces`; absent while it is not known. */
  readonly count: string | undefined;
  readonly filterHint: string;
  readonly hasNamespaces: boolean;
  readonly hasClasses: boolean;
  /** At the end of the bar. */
  readonly action?: ReactNode;
}

function NamespaceFilter(): ReactNode {
  const { lists, format } = useMessages();
  const { namespaces } = useUrlState();
  const setUrlState = useSetUrlState();
  const { data } = useAnswer({ kind: 'summary' });
  const options = (data?.namespaces ?? []).map(({ name, services, ingresses }) => ({
    id: name,
    label: name,
    detail: format.count(services + ingresses),
  }));
  return (
    <MultiSelectFilter
      label={lists.namespaces()}
      icon={<Box size={14} aria-hidden />}
      options={options}
      selected={namespaces}
      onChange={(selected) => setUrlState({ namespaces: selected })}
      texts={{
        all: lists.allNamespaces(),
        filter: lists.findNamespace(),
        showAll: lists.showAllNamespaces(),
        nothing: lists.noNamespace(),
      }}
    />
  );
}

function ClassFilter(): ReactNode {
  const { lists } = useMessages();
  const { classNames } = useUrlState();
  const setUrlState = useSetUrlState();
  const { data } = useAnswer({ kind: 'summary' });
  return (
    <MultiSelectFilter
      label={lists.className()}
      options={(data?.classNames ?? []).map((name) => ({ id: name, label: name }))}
      selected={classNames}
      onChange={(selected) => setUrlState({ classNames: selected })}
      texts={{
        all: lists.anyClass(),
        filter: lists.findClass(),
        showAll: lists.showAllClasses(),
        nothing: lists.noClass(),
      }}
    />
  );
}

/** Title, count and filters of a list. */
export function ListToolbar(props: ListToolbarProps): ReactNode {
  const { title, count, filterHint, hasNamespaces, hasClasses, action } = props;
  const { lists, common } = useMessages();
  const { text, onlyProblems } = useUrlState();
  const setUrlState = useSetUrlState();
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <output className={styles.count}>{count}</output>
      <SearchField
        label={lists.filter.label()}
        placeholder={filterHint}
        clearLabel={common.clearFilter()}
        value={text}
        onChange={(next) => setUrlState({ text: next }, { isReplacing: true })}
      />
      {hasNamespaces ? <NamespaceFilter /> : null}
      {hasClasses ? <ClassFilter /> : null}
      <ToggleButton isSelected={onlyProblems} onChange={(next) => setUrlState({ onlyProblems: next })}>
        <ListFilter size={14} aria-hidden />
        {lists.withProblems()}
      </ToggleButton>
      {action === undefined ? null : <span className={styles.barEnd}>{action}</span>}
    </div>
  );
}
