import { listConnectionEdits } from '@fairlead/edits';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ConnectContext, type Connect, type ConnectTarget } from '../../drafts/connect-context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useOpenEdits } from './use-open-edits.ts';

/** Loaded when first asked for: to look at a cluster takes none of it. */
const ConnectDialog = lazy(async () => ({
  default: (await import('../../features/connect/connect-dialog.tsx')).ConnectDialog,
}));

/** Opens connections as drafts; the same function at every render. */
function useOpenConnection(): Connect['open'] {
  const words = useMessages().connect;
  const openEdits = useOpenEdits();
  const open: Connect['open'] = (ref, connection) =>
    void openEdits?.({
      ref,
      step: { reason: 'connect', listEdits: (object) => listConnectionEdits(object, connection) },
      words,
    });
  const latest = useRef(open);
  // What it speaks of is renewed with every render; the nodes of the graph must not be.
  useEffect(() => {
    latest.current = open;
  });
  return useMemo(() => (ref, connection) => latest.current(ref, connection), []);
}

/** Lets everything below it connect what is selected, dragged or named with something else. */
export function ConnectProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [asked, setAsked] = useState<ConnectTarget | undefined>();
  const open = useOpenConnection();
  const connect = useMemo<Connect>(() => ({ ask: setAsked, open }), [open]);
  const close = (): void => setAsked(undefined);
  return (
    <ConnectContext value={connect}>
      {children}
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <ConnectDialog
            target={asked}
            onClose={close}
            onConnect={(ref, connection) => {
              close();
              open(ref, connection);
            }}
          />
        </Suspense>
      )}
    </ConnectContext>
  );
}
