import type { ClusterObject, ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { PanelBoundary } from '../../messages/panel-boundary.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { Tabs } from '../../ui/tabs.tsx';
import type { PanelTab } from '../../url-state/url-state.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { EventsTab } from './events-tab.tsx';
import { findEventsUid } from './find-events-uid.ts';
import { worstSeverityOf } from './object-chips.tsx';
import { ProblemsTab } from './problems-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';
import { UsedByTab } from './used-by-tab.tsx';
import { YamlTab } from './yaml-tab.tsx';

export interface ObjectTabsProps {
  readonly target: ObjectRef;
  readonly row: readonly string[];
  readonly object: ClusterObject;
  readonly answer: DetailsAnswer;
}

/**
 * The five views of an object; the address says which one is open. Whole object and events are asked for when opened.
 * A crash in one of them leaves the others usable.
 */
export function ObjectTabs({ target, row, object, answer }: ObjectTabsProps): ReactNode {
  const { details } = useMessages();
  const { tab } = useUrlState();
  const setUrl = useSetUrlState();
  const { findings, usedBy } = answer;
  const kept = (content: ReactNode): ReactNode => <PanelBoundary>{content}</PanelBoundary>;
  return (
    <Tabs<PanelTab>
      label={details.tabsLabel(target.name)}
      selected={tab}
      onSelect={(next) => setUrl({ tab: next }, { isReplacing: true })}
      items={[
        {
          id: 'summary',
          label: details.tabs.summary(),
          content: kept(<SummaryTab target={target} row={row} object={object} answer={answer} />),
        },
        {
          id: 'problems',
          label: details.tabs.problems(),
          count: findings.length,
          isTrouble: worstSeverityOf(findings) === 'error',
          content: kept(<ProblemsTab target={target} findings={findings} />),
        },
        {
          id: 'yaml',
          label: details.tabs.yaml(),
          content: kept(<YamlTab target={target} liveVersion={object.metadata.resourceVersion} />),
        },
        {
          id: 'events',
          label: details.tabs.events(),
          content: kept(<EventsTab target={target} uid={findEventsUid(object)} />),
        },
        {
          id: 'used-by',
          label: details.tabs.usedBy(),
          count: usedBy.length,
          content: kept(<UsedByTab target={target} usedBy={usedBy} />),
        },
      ]}
    />
  );
}
