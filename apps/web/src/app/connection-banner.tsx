import { ClipboardPaste, LoaderCircle, WifiOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../messages/use-messages.ts';
import { failureOf } from '../server-state/api-failure.ts';
import { tokenStore } from '../server-state/token-store.ts';
import { useRetryCluster } from '../server-state/use-retry-cluster.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RichText } from '../ui/rich-text.tsx';
import { useNow } from '../ui/use-now.ts';
import { useCluster } from '../workers/cluster-context.ts';
import type { ConnectionState } from '../workers/questions.ts';
import { useConnection } from '../workers/use-connection.ts';
import { sessionKey } from './environment.ts';
import { PasteAddressForm } from './paste-address-form.tsx';
import { PermissionBanner } from './permission-banner.tsx';

interface LostProps {
  readonly connection: ConnectionState;
}

interface RetryProps extends LostProps {
  /** Somebody pressed, and there is no answer yet. */
  readonly isAsked?: boolean;
  readonly onRetry: () => void;
}

/** When it is tried again by itself, and the button for those who do not want to wait. Nothing of it leaves the focus. */
function Retry({ connection: { retryAtMs }, isAsked = false, onRetry }: RetryProps): ReactNode {
  const { common, shell } = useMessages();
  const nowMs = useNow('second');
  const isTrying = isAsked || retryAtMs === undefined;
  return (
    <>
      <span>{shell.tryingAgainIn(isTrying ? 0 : retryAtMs - nowMs)}</span>
      <Button size="small" isPending={isTrying} onPress={onRetry}>
        {isTrying ? shell.trying() : common.tryNow()}
      </Button>
    </>
  );
}

/** Why nothing could be tried: the kubeconfig is broken by now, or Fairlead itself is gone. */
function RetryFailure({ error }: { readonly error: Error }): ReactNode {
  const { errors } = useMessages();
  const failure = failureOf(error);
  const { title, hint } =
    failure === undefined ? { title: error.message, hint: undefined } : errors.explain(failure);
  return (
    <>
      {' '}
      <RichText text={asSentence(title)} /> {hint === undefined ? null : <RichText text={hint} />}
    </>
  );
}

function ClusterLost({ connection }: LostProps): ReactNode {
  const { shell } = useMessages();
  const nowMs = useNow('second');
  const { mutate, isPending, error } = useRetryCluster();
  const { sinceMs, lastUpdateMs, upstream } = connection;
  return (
    <Banner
      tone="warning"
      icon={<WifiOff size={16} aria-hidden />}
      actions={<Retry connection={connection} isAsked={isPending} onRetry={mutate} />}
    >
      <b>{shell.clusterLost(nowMs - sinceMs)}</b> {shell.stateOf(lastUpdateMs ?? sinceMs)}{' '}
      {shell.draftsKept()} {upstream?.message === undefined ? null : <RichText text={upstream.message} />}
      {error === null ? null : <RetryFailure error={error} />}
    </Banner>
  );
}

/** Opens the session anew with a pasted address, within the page that is open. */
function PasteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { common, shell } = useMessages();
  const cluster = useCluster();
  const queries = useQueryClient();
  return (
    <Dialog title={shell.pasteAddress()} closeLabel={common.close()} isOpen onClose={onClose}>
      <PasteAddressForm
        onCredential={async (credential) => {
          if (credential.kind !== 'token') return;
          tokenStore.write(credential.token);
          cluster.reconnect(credential.token);
          await queries.invalidateQueries({ queryKey: sessionKey });
          onClose();
        }}
      />
    </Dialog>
  );
}

function ServerLost({ connection }: LostProps): ReactNode {
  const { shell } = useMessages();
  const cluster = useCluster();
  const [isPasting, setIsPasting] = useState(false);
  return (
    <>
      <Banner
        tone="error"
        icon={<WifiOff size={16} aria-hidden />}
        actions={
          <>
            {/* Without a token no try is under way and none can work: only another address helps. */}
            {connection.kind === 'no-token' ? null : (
              <Retry connection={connection} onRetry={() => cluster.reconnect()} />
            )}
            <Button size="small" onPress={() => setIsPasting(true)}>
              <ClipboardPaste size={14} aria-hidden />
              {shell.pasteAddress()}
            </Button>
          </>
        }
      >
        {shell.serverGone()}
      </Banner>
      {isPasting ? <PasteDialog onClose={() => setIsPasting(false)} /> : null}
    </>
  );
}

function Failed({ connection }: LostProps): ReactNode {
  const { errors } = useMessages();
  const cluster = useCluster();
  const words = connection.error && errors.explain(connection.error);
  return (
    <Banner
      tone="error"
      icon={<WifiOff size={16} aria-hidden />}
      actions={<Retry connection={connection} onRetry={() => cluster.reconnect()} />}
    >
      <b>{words === undefined ? null : asSentence(words.title)}</b>{' '}
      {words?.hint === undefined ? null : <RichText text={words.hint} />}
    </Banner>
  );
}

/** Titles of errors may come from a message without a full stop. */
const asSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** At most one banner below the top bar: what is wrong with the connection, else what may not be read. */
export function ConnectionBanner(): ReactNode {
  const { shell } = useMessages();
  const { context } = useCluster();
  const connection = useConnection();
  const { kind, progress, waitingUpdates } = connection;
  const { loaded, expected } = progress ?? { loaded: 0, expected: 0 };
  switch (kind) {
    case 'loading':
      return (
        <Banner tone="info" icon={<LoaderCircle size={14} aria-hidden />}>
          {shell.loadingCluster(context, loaded, expected)}
        </Banner>
      );
    case 'catching-up':
      return <Banner tone="info">{shell.catchingUp(waitingUpdates)}</Banner>;
    case 'cluster-lost':
      return <ClusterLost connection={connection} />;
    case 'server-lost':
    case 'no-token':
      return <ServerLost connection={connection} />;
    case 'failed':
      return <Failed connection={connection} />;
    default:
      return <PermissionBanner />;
  }
}
