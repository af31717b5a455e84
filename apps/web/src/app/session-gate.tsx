import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { SessionReply } from '@fairlead/api-contract';
import { DraftsContext } from '../drafts/drafts-context.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { SessionStart } from '../server-state/open-session.ts';
import { ServerContext } from '../server-state/server-context.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { sessionKey, type Environment } from './environment.ts';
import { PasteAddressPage } from './paste-address-page.tsx';
import { buildRouter } from './router.tsx';
import styles from './shell.module.css';

const retryMs = 2_000;

function OpenPage({ environment, session }: { environment: Environment; session: SessionReply }): ReactNode {
  const [router] = useState(() => buildRouter(environment.clusters, session));
  return (
    <ServerContext value={{ api: environment.api, session }}>
      <DraftsContext value={environment.drafts}>
        <RouterProvider router={router} />
      </DraftsContext>
    </ServerContext>
  );
}

/** Lets nobody through without a session; until then it says what is missing. */
export function SessionGate({ environment }: { readonly environment: Environment }): ReactNode {
  const { common, errors, shell } = useMessages();
  const queries = useQueryClient();
  const { data: start, error } = useQuery<SessionStart>({
    queryKey: sessionKey,
    queryFn: () => environment.openSession(),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.kind === 'unreachable' ? retryMs : false),
  });
  if (error !== null) throw error;
  const again = (): void => void queries.invalidateQueries({ queryKey: sessionKey });
  const retry = <Button onPress={again}>{common.tryNow()}</Button>;
  switch (start?.kind) {
    case undefined:
      return <main className={styles.lonely} aria-busy="true" aria-label={shell.starting()} />;
    case 'open':
      return <OpenPage environment={environment} session={start.session} />;
    case 'no-token':
      return (
        <PasteAddressPage
          wasRefused={start.wasRefused}
          onCredential={async (credential) => {
            queries.setQueryData(sessionKey, await environment.openSession(credential));
          }}
        />
      );
    case 'unreachable':
      return (
        <main className={styles.lonely}>
          <EmptyState title={shell.live.disconnected()} actions={retry}>
            <RichText text={shell.serverGone()} />
          </EmptyState>
        </main>
      );
    case 'failed':
      return (
        <main className={styles.lonely}>
          <ErrorPanel {...errors.explain(start.error)} actions={retry} />
        </main>
      );
  }
}
