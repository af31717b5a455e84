import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useMessages } from '../messages/use-messages.ts';
import { ToastRegion } from '../ui/toast-region.tsx';
import type { Environment } from './environment.ts';
import { PageBoundary } from './page-boundary.tsx';
import { SessionGate } from './session-gate.tsx';

export interface AppProps {
  readonly environment: Environment;
}

/** The page: providers, and the session's gate in front of everything else. */
export function App({ environment }: AppProps): ReactNode {
  const { common } = useMessages();
  return (
    <I18nProvider locale="en-US">
      <QueryClientProvider client={environment.queries}>
        <PageBoundary>
          <SessionGate environment={environment} />
        </PageBoundary>
        <ToastRegion label={common.notices()} closeLabel={common.close()} />
      </QueryClientProvider>
    </I18nProvider>
  );
}
