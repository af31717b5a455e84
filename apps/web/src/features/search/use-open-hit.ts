import type { Kind } from '@fairlead/kube-objects';
import { useNavigate } from '@tanstack/react-router';
import { useCluster } from '../../workers/cluster-context.ts';
import type { SearchHit } from '../../workers/questions.ts';

/** The kinds that have a page of their own; others are shown where they stand in the graph. */
const pageOfKind = new Map<Kind, '/c/$context/ingresses' | '/c/$context/services'>([
  ['Ingress', '/c/$context/ingresses'],
  ['Service', '/c/$context/services'],
]);

/** Goes to what was found: to its list or its problem, or to its place in the graph when that is asked for. */
export function useOpenHit(): (hit: SearchHit, isInGraph: boolean) => void {
  const { context } = useCluster();
  const navigate = useNavigate();
  return ({ matched, ref, sel }, isInGraph) => {
    if (matched === 'finding') {
      void navigate({ to: '/c/$context/problems', params: { context }, search: { finding: sel } });
      return;
    }
    const page = isInGraph ? undefined : pageOfKind.get(ref.kind);
    void navigate({ to: page ?? '/c/$context/graph', params: { context }, search: { sel } });
  };
}
