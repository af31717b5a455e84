import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useAppliedChanges } from '../../drafts/drafts-context.ts';
import { useCluster } from '../../workers/cluster-context.ts';

/** Goes from the draft of something new, which is no draft any more, to the editor of what was created. */
export function useShowCreated(): (change: AppliedChange) => void {
  const { context } = useCluster();
  const navigate = useNavigate();
  return ({ id, ref }) => {
    const { kind, namespace = '-', name } = ref;
    void navigate({
      to: '/c/$context/edit/$kind/$namespace/$name',
      params: { context, kind, namespace, name },
      search: { created: id },
      replace: true,
    });
  };
}

/** The change of this browser that created what the editor shows, when it comes from there. */
export function useCreatedChange(clusterId: string): AppliedChange | undefined {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return useAppliedChanges(clusterId).find(
    ({ id, undoneBy }) => id === search['created'] && undoneBy === undefined,
  );
}
