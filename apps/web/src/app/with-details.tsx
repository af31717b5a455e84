import type { Kind, ObjectRef } from '@fairlead/kube-objects';
import { lazy, Suspense, type ReactNode } from 'react';
import { ReachContext } from '../features/object-details/reach-context.ts';
import { PanelBoundary } from '../messages/panel-boundary.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { setPreferences, usePreferences } from '../preferences.ts';
import { SplitPane } from '../ui/split-pane.tsx';
import { ObjectActions } from './editor/object-actions.tsx';
import { useSetUrlState, useUrlState } from '../url-state/use-url-state.ts';

// Loaded when something is first selected: the panel has its place by then, so that nothing moves.
const ObjectPanel = lazy(async () => ({
  default: (await import('../features/object-details/object-panel.tsx')).ObjectPanel,
}));
const ReachSection = lazy(async () => ({
  default: (await import('../features/request-tracer/reach-section.tsx')).ReachSection,
}));

const reachable: ReadonlySet<Kind> = new Set(['Ingress', 'Service', 'Pod']);

const drawReach = (target: ObjectRef, row: readonly string[]): ReactNode =>
  reachable.has(target.kind) ? <ReachSection target={target} row={row} /> : null;

/** Gives the focus back to the list that the panel was opened from. */
const focusList = (): void => document.querySelector<HTMLElement>('[data-list-grid]')?.focus();

export interface WithDetailsProps {
  readonly children: ReactNode;
  /** What the panel shows while nothing is selected; `undefined`: there is none then. */
  readonly otherwise?: { readonly label: string; readonly panel: ReactNode } | undefined;
}

/** A page with the panel of the selected object at its right. */
export function WithDetails({ children, otherwise }: WithDetailsProps): ReactNode {
  const { common, details } = useMessages();
  const { selection } = useUrlState();
  const setUrlState = useSetUrlState();
  const { panelWidth } = usePreferences();
  const close = (): void => {
    setUrlState({ selection: undefined, tab: 'summary' });
    focusList();
  };
  return (
    <SplitPane
      width={panelWidth}
      onWidthChange={(width) => setPreferences({ panelWidth: width })}
      resizeLabel={common.resizePanel()}
      panelLabel={selection === undefined && otherwise !== undefined ? otherwise.label : details.label()}
      panel={
        selection === undefined ? (
          otherwise && <PanelBoundary resetKey="otherwise">{otherwise.panel}</PanelBoundary>
        ) : (
          <PanelBoundary resetKey={selection.id}>
            <Suspense>
              <ReachContext value={drawReach}>
                <ObjectPanel
                  selection={selection}
                  onClose={close}
                  renderActions={(target) => <ObjectActions target={target} />}
                />
              </ReachContext>
            </Suspense>
          </PanelBoundary>
        )
      }
    >
      <PanelBoundary>{children}</PanelBoundary>
    </SplitPane>
  );
}
