import { useLocation } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { SearchPalette } from '../features/search/search-palette.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useUrlState } from '../url-state/use-url-state.ts';
import type { ClusterClient } from '../workers/cluster-client.ts';
import { ClusterContext, useCluster } from '../workers/cluster-context.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { ConnectProvider } from './editor/connect-provider.tsx';
import { LiveAnnouncer } from './live-announcer.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { pageOf, titleOf } from './pages.ts';
import styles from './shell.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { useCommands } from './use-commands.tsx';
import { useKeyboardMap } from './use-keyboard-map.ts';

export interface ShellProps {
  readonly cluster: ClusterClient;
  readonly children: ReactNode;
}

function SkipLinks({ page }: { readonly page: string }): ReactNode {
  const { shell } = useMessages();
  const { selection } = useUrlState();
  return (
    <div className={styles.skip}>
      <a href="#content">{shell.skipToContent(page)}</a>
      {selection === undefined ? null : <a href="#details">{shell.skipToDetails()}</a>}
    </div>
  );
}

function ShellContent({ children }: { readonly children: ReactNode }): ReactNode {
  const messages = useMessages();
  const { pathname } = useLocation();
  const { context } = useCluster();
  const [isSearchOpen, setIsSearchOpen] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const openers = useMemo(
    () => ({ openSearch: () => setIsSearchOpen(true), openHelp: () => setIsHelpOpen(true) }),
    [],
  );
  const commands = useCommands(openers);
  useKeyboardMap(openers);
  const page = pageOf(pathname);
  const title = titleOf(pathname, messages) ?? messages.shell.settings();
  return (
    <div className={styles.shell}>
      <title>{messages.shell.pageTitle(title, context)}</title>
      <SkipLinks page={title} />
      <DemoBanner />
      <TopBar page={page} onSearch={openers.openSearch} />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} data-region="" className={styles.main}>
        <PageBoundary resetKey={pathname}>{children}</PageBoundary>
      </main>
      <LiveAnnouncer />
      <SearchPalette isOpen={isSearchOpen} onClose={() => setIsSearchOpen(false)} commands={commands} />
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </div>
  );
}

/** Bars, banners, keys and dialogs around the pages of one cluster. */
export function Shell({ cluster, children }: ShellProps): ReactNode {
  return (
    <ClusterContext value={cluster}>
      <ConnectProvider>
        <ShellContent>{children}</ShellContent>
      </ConnectProvider>
    </ClusterContext>
  );
}
