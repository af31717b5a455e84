import type { FixEdits } from '@fairlead/diagnostics';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FixActionContext } from '../drafts/fix-action-context.ts';
import { OpenFixAction } from './editor/open-fix-action.tsx';
import { UnknownContextPage } from './no-cluster-page.tsx';
import { Shell } from './shell.tsx';

const drawFixAction = (fix: FixEdits): ReactNode => <OpenFixAction fix={fix} />;

const route = getRouteApi('/c/$context');

/** The page of one context: bars around it, the cluster below it. */
export function ClusterLayout(): ReactNode {
  const { cluster } = route.useRouteContext();
  const { context } = route.useParams();
  if (cluster === undefined) return <UnknownContextPage context={context} />;
  return (
    <Shell key={context} cluster={cluster}>
      <FixActionContext value={drawFixAction}>
        <Outlet />
      </FixActionContext>
    </Shell>
  );
}
