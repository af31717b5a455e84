import type { ReactNode } from 'react';
import { useOpenTrace } from '../../features/request-tracer/use-open-trace.ts';
import { RequestsSection } from '../../features/review-changes/requests-section.tsx';
import type { ProposedChange } from '../../workers/proposed-change.ts';

/** Which requests proposed changes move; an example is traced on the graph, which shows the drafts of this browser too. */
export function ChangedRequests({ changes }: { readonly changes: readonly ProposedChange[] }): ReactNode {
  const openTrace = useOpenTrace();
  return <RequestsSection changes={changes} onTrace={(text, headers) => openTrace({ text, headers })} />;
}
