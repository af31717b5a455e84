import { useUrlState } from '../../url-state/use-url-state.ts';
import { useAnswer } from '../../workers/use-answer.ts';

/** How many namespaces the filter leaves. */
export function useNamespaceCount(): number {
  const { namespaces } = useUrlState();
  const { data } = useAnswer({ kind: 'summary' });
  return namespaces?.length ?? data?.namespaces.length ?? 0;
}
