import { CircleAlert, Loader, Pause, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/use-messages.ts';
import { classNames } from '../ui/class-names.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import type { ConnectionState } from '../workers/questions.ts';
import { useConnection, usePausing } from '../workers/use-connection.ts';
import styles from './shell.module.css';

interface Look {
  readonly tone: 'ok' | 'busy' | 'lost';
  readonly icon: ReactNode;
  readonly words: string;
}

const dot = (
  <svg width="8" height="8" aria-hidden="true">
    <circle cx="4" cy="4" r="4" fill="var(--okMark)" />
  </svg>
);
const busy = <Loader size={14} aria-hidden />;
const lost = <WifiOff size={14} aria-hidden />;

function lookOf({ kind, waitingUpdates = 0 }: ConnectionState, { live }: Messages['shell']): Look {
  switch (kind) {
    case 'live':
      return { tone: 'ok', icon: dot, words: live.live() };
    case 'paused':
      return { tone: 'busy', icon: <Pause size={14} aria-hidden />, words: live.paused(waitingUpdates) };
    case 'connecting':
      return { tone: 'busy', icon: busy, words: live.connecting() };
    case 'loading':
      return { tone: 'busy', icon: busy, words: live.loading() };
    case 'catching-up':
      return { tone: 'busy', icon: busy, words: live.catchingUp() };
    case 'cluster-lost':
    case 'server-lost':
    case 'no-token':
      return { tone: 'lost', icon: lost, words: live.disconnected() };
    case 'failed':
      return { tone: 'lost', icon: <CircleAlert size={14} aria-hidden />, words: live.failed() };
  }
}

/** How live the picture is; a click pauses and resumes. */
export function LivePill(): ReactNode {
  const { shell } = useMessages();
  const connection = useConnection();
  const { isPaused, setPaused } = usePausing();
  const { tone, icon, words } = lookOf(connection, shell);
  const action = isPaused ? shell.live.resume() : shell.live.pause();
  return (
    <Tooltip text={`${shell.live.lastUpdate(connection.lastUpdateMs)} ${action}`}>
      <AriaButton
        className={classNames(styles.live, styles[tone])}
        aria-label={`${words}. ${action}`}
        onPress={() => setPaused(!isPaused)}
      >
        {icon}
        {words}
      </AriaButton>
    </Tooltip>
  );
}
