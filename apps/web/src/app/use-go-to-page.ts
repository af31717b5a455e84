import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCluster } from '../workers/cluster-context.ts';
import type { PageId } from './pages.ts';

export type GoToPage = (page: PageId, context?: string) => void;

/** Goes to a page of this context or of another one. Within a context the namespaces stay chosen. */
export function useGoToPage(): GoToPage {
  const navigate = useNavigate();
  const { context: current } = useCluster();
  return useMemo<GoToPage>(
    () =>
      (page, context = current) => {
        void navigate({
          to: `/c/$context/${page}`,
          params: { context },
          search: (search: Readonly<Record<string, unknown>>) =>
            context === current && typeof search['ns'] === 'string' ? { ns: search['ns'] } : {},
        });
      },
    [navigate, current],
  );
}
