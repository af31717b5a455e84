import { useRouter, useRouterState } from '@tanstack/react-router';
import { parseSearchText, printSearchText } from '../../url-state/search-text.ts';
import { changeSearch, type UrlState } from '../../url-state/url-state.ts';
import { useCluster } from '../../workers/cluster-context.ts';

export interface Addresses {
  readonly isOnGraph: boolean;
  /** The address of this page after a change. */
  readonly here: (change: Partial<UrlState>) => string;
  /** The address of the graph with a change, keeping the filters. */
  readonly graph: (change: Partial<UrlState>) => string;
  readonly open: (address: string) => void;
}

/** Addresses as texts, for links that can be copied and opened in another tab. */
export function useAddresses(): Addresses {
  const { context } = useCluster();
  const router = useRouter();
  const { pathname, searchStr } = useRouterState({ select: ({ location }) => location });
  const search = parseSearchText(searchStr);
  const graphPath = `/c/${encodeURIComponent(context)}/graph`;
  const at = (path: string, change: Partial<UrlState>): string =>
    `${path}${printSearchText(changeSearch(search, change))}`;
  return {
    isOnGraph: pathname.endsWith('/graph') && search['view'] !== 'table',
    here: (change) => at(pathname, change),
    graph: (change) => at(graphPath, { view: 'graph', ...change }),
    open: (address) => router.history.push(address),
  };
}
