import { useMemo, useState, type ReactNode } from 'react';
import { PanelBoundary } from '../../messages/panel-boundary.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { setPreferences, usePreferences } from '../../preferences.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useSetUrlState, useUrlState, type SetUrlState } from '../../url-state/use-url-state.ts';
import type { FindingFilter } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { FindingDetails } from './finding-details.tsx';
import { FindingFilters } from './finding-filters.tsx';
import { FindingList } from './finding-list.tsx';
import { FindingsHead } from './findings-head.tsx';
import styles from './findings.module.css';

/** The filter of the address. */
function useFindingFilter(): FindingFilter {
  const { namespaces, text, severity, effect, about, checkId } = useUrlState();
  return useMemo<FindingFilter>(
    () => ({
      ...(namespaces === undefined ? {} : { namespaces }),
      ...(text === '' ? {} : { text }),
      ...(severity === undefined ? {} : { severity }),
      ...(effect === undefined ? {} : { effect }),
      ...(about === undefined ? {} : { about }),
      ...(checkId === undefined ? {} : { checkId }),
    }),
    [namespaces, text, severity, effect, about, checkId],
  );
}

function closeDetails(setUrlState: SetUrlState): void {
  setUrlState({ finding: undefined });
  document.querySelector<HTMLElement>('[data-list-grid]')?.focus();
}

/** What is wrong, in order of harm: filters, list, details. */
export function FindingsView(): ReactNode {
  const { common, findings } = useMessages();
  const { finding } = useUrlState();
  const setUrlState = useSetUrlState();
  const { panelWidth } = usePreferences();
  const filter = useFindingFilter();
  const [range, setRange] = useState({ from: 0, count: 100 });
  const { data, error } = useAnswer({ kind: 'findings', filter, ...range });
  return (
    <SplitPane
      width={panelWidth}
      onWidthChange={(width) => setPreferences({ panelWidth: width })}
      resizeLabel={common.resizePanel()}
      panelLabel={findings.detailsLabel()}
      panel={
        finding === undefined ? undefined : (
          <PanelBoundary resetKey={finding}>
            <FindingDetails id={finding} onClose={() => closeDetails(setUrlState)} />
          </PanelBoundary>
        )
      }
    >
      <div className={styles.page}>
        <PanelBoundary>
          <FindingFilters counts={data?.counts} />
        </PanelBoundary>
        <div className={styles.content}>
          <FindingsHead answer={data} />
          {error === null ? (
            <PanelBoundary>
              <FindingList answer={data} onRange={setRange} />
            </PanelBoundary>
          ) : (
            <ErrorPanel title={common.panelFailed()} quote={error.message} />
          )}
        </div>
      </div>
    </SplitPane>
  );
}
