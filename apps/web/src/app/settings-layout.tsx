import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SettingsPage } from './settings-page.tsx';
import { Shell } from './shell.tsx';

const route = getRouteApi('/settings');

/** Settings keep the bars of the cluster that was looked at last; without any they stand alone. */
export function SettingsLayout(): ReactNode {
  const { cluster } = route.useRouteContext();
  if (cluster === undefined) return <SettingsPage />;
  return (
    <Shell cluster={cluster}>
      <SettingsPage />
    </Shell>
  );
}
