import { Link } from '@tanstack/react-router';
import { Search, Settings, Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { ContextPicker } from '../features/cluster-picker/context-picker.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { CountBadge } from '../ui/count-badge.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useCluster } from '../workers/cluster-context.ts';
import { useAnswer } from '../workers/use-answer.ts';
import { DraftsPill } from './drafts-pill.tsx';
import { LivePill } from './live-pill.tsx';
import { Logo } from './logo.tsx';
import { listPages, type PageId } from './pages.ts';
import { searchKeyText } from './platform.ts';
import styles from './shell.module.css';
import { useGoToPage } from './use-go-to-page.ts';
import { useShareAddress } from './use-share-address.ts';

export interface TopBarProps {
  readonly page: PageId | undefined;
  readonly onSearch: () => void;
}

function PageTabs({ page }: Pick<TopBarProps, 'page'>): ReactNode {
  const messages = useMessages();
  const { context } = useCluster();
  const { data } = useAnswer({ kind: 'summary' });
  const errors = data?.findings.error ?? 0;
  return (
    <nav aria-label={messages.shell.mainNavigation()} className={styles.tabs}>
      {listPages(messages).map(({ id, label, address }) => (
        <Link
          key={id}
          to={address}
          params={{ context }}
          search={(search) => ('ns' in search && search['ns'] !== undefined ? { ns: search['ns'] } : {})}
          className={styles.tab}
          {...(id === page ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
          {id === 'problems' && errors > 0 ? (
            <CountBadge count={errors} tone="error" label={messages.shell.errors()} />
          ) : null}
        </Link>
      ))}
    </nav>
  );
}

/** The bar on top of every page: what is looked at, where one can go, and whether it is live. */
export function TopBar({ page, onSearch }: TopBarProps): ReactNode {
  const { shell } = useMessages();
  const { context } = useCluster();
  const goToPage = useGoToPage();
  const share = useShareAddress();
  return (
    <header className={styles.top} data-region="" tabIndex={-1}>
      <Link to="/c/$context/graph" params={{ context }} search={{}} className={styles.home}>
        <Logo />
      </Link>
      <ContextPicker onChoose={(name) => goToPage('graph', name)} />
      <PageTabs page={page} />
      <div className={styles.end}>
        <DraftsPill />
        <AriaButton className={styles.search ?? ''} onPress={onSearch} aria-keyshortcuts="Control+K Meta+K">
          <Search size={14} aria-hidden />
          <span className={styles.searchWords}>{shell.searchButton()}</span>
          <Kbd>{searchKeyText}</Kbd>
        </AriaButton>
        <LivePill />
        <IconButton label={shell.share()} onPress={share}>
          <Share2 size={16} aria-hidden />
        </IconButton>
        <Link to="/settings" search={{}} aria-label={shell.settings()} className={styles.iconLink}>
          <Settings size={16} aria-hidden />
        </Link>
      </div>
    </header>
  );
}
