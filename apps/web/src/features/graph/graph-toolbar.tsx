/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a fieldset is for the fields of a form */
import { Filter, Package, Table2, Tags, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { MultiSelectFilter } from '../../ui/multi-select-filter.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { SummaryAnswer } from '../../workers/questions.ts';
import { DraftSwitch } from './draft-switch.tsx';
import { FocusChip } from './focus-chip.tsx';
import styles from './graph.module.css';

export interface GraphToolbarProps {
  readonly summary: SummaryAnswer | undefined;
  /** Before everything else. */
  readonly start?: ReactNode;
}

/** What narrows the picture down, and the switch between picture and table. */
export function GraphToolbar({ summary, start }: GraphToolbarProps): ReactNode {
  const { graph, lists } = useMessages();
  const { namespaces, classNames, onlyProblems, view } = useUrlState();
  const setUrl = useSetUrlState();
  const problems = summary === undefined ? 0 : summary.findings.error + summary.findings.warning;
  return (
    <div className={styles.toolbar}>
      {start}
      <div className={styles.filters} role="group" aria-label={graph.filters()}>
        <MultiSelectFilter
          label={lists.namespaces()}
          icon={<Package size={15} aria-hidden />}
          options={(summary?.namespaces ?? []).map((found) => ({
            id: found.name,
            label: found.name,
            detail: graph.namespaceDetail(found),
          }))}
          selected={namespaces}
          onChange={(selected) => setUrl({ namespaces: selected })}
          texts={{
            all: lists.allNamespaces(),
            filter: lists.findNamespace(),
            showAll: lists.showAllNamespaces(),
            nothing: lists.noNamespace(),
          }}
        />
        <MultiSelectFilter
          label={lists.className()}
          icon={<Tags size={15} aria-hidden />}
          options={(summary?.classNames ?? []).map((name) => ({ id: name, label: name }))}
          selected={classNames}
          onChange={(selected) => setUrl({ classNames: selected })}
          texts={{
            all: lists.anyClass(),
            filter: lists.findClass(),
            showAll: lists.showAllClasses(),
            nothing: lists.noClass(),
          }}
        />
        <ToggleButton isSelected={onlyProblems} onChange={(isOn) => setUrl({ onlyProblems: isOn })}>
          <Filter size={15} aria-hidden />
          {graph.onlyProblems(problems)}
        </ToggleButton>
        <FocusChip />
        <div className={styles.toolbarEnd}>
          <DraftSwitch />
          <ToggleGroup
            label={graph.viewSwitch()}
            options={[
              { id: 'graph', label: graph.viewGraph(), icon: <Workflow size={14} aria-hidden /> },
              { id: 'table', label: graph.viewTable(), icon: <Table2 size={14} aria-hidden /> },
            ]}
            value={view}
            onChange={(chosen) => setUrl({ view: chosen })}
          />
        </div>
      </div>
    </div>
  );
}
