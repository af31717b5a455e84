import type { ReactNode } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useOpenTrace } from '../../features/request-tracer/use-open-trace.ts';
import { RequestsSection } from '../../features/review-changes/requests-section.tsx';
import { useProposedChanges } from './use-impact.ts';

/** Which requests the open draft changes; an example is traced on the graph, which shows both worlds. */
export function DraftRequests({ open }: { readonly open: OpenDraft }): ReactNode {
  const changes = useProposedChanges(open);
  const openTrace = useOpenTrace();
  return <RequestsSection changes={changes} onTrace={(text, headers) => openTrace({ text, headers })} />;
}
