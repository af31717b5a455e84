import { getRouteApi, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { UnknownContextPage } from './no-cluster-page.tsx';
import { Shell } from './shell.tsx';

const route = getRouteApi('/c/$context');

/** The page of one context: bars around it, the cluster below it. */
export function ClusterLayout(): ReactNode {
  const { cluster } = route.useRouteContext();
  const { context } = route.useParams();
  if (cluster === undefined) return <UnknownContextPage context={context} />;
  return (
    <Shell key={context} cluster={cluster}>
      <Outlet />
    </Shell>
  );
}
