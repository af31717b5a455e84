import type { ObjectRef } from '@fairlead/kube-objects';
import { memo, type ReactNode } from 'react';
import { useControllerSettings } from '../../features/request-tracer/use-traced-facts.ts';
import { useOpenTrace } from '../../features/request-tracer/use-open-trace.ts';
import { RequestsSection } from '../../features/review-changes/requests-section.tsx';
import type { SettingsPlace } from '../../trace-view/traced-facts.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import { useAnswer } from '../../workers/use-answer.ts';

const nowhere: readonly SettingsPlace[] = [];

const deletedOf = ([first]: readonly ProposedChange[]): ObjectRef | undefined =>
  first?.operation === 'delete' ? first.ref : undefined;

function RequestsOf({ changes }: { readonly changes: readonly ProposedChange[] }): ReactNode {
  const openTrace = useOpenTrace();
  const deleted = deletedOf(changes);
  const { data: places } = useAnswer({ kind: 'settingsPlaces' });
  const settings = useControllerSettings(places ?? nowhere);
  const isRead = places !== undefined && settings.length === places.length;
  return (
    <RequestsSection
      changes={changes}
      settings={isRead ? settings : undefined}
      onTrace={(text, headers) => openTrace({ text, headers, ...(deleted === undefined ? {} : { deleted }) })}
    />
  );
}

/**
 * Which requests proposed changes move; an example is traced on the graph, which shows the drafts of this browser too, and
 * a deletion that is looked at.
 */
export const ChangedRequests = memo(RequestsOf);
