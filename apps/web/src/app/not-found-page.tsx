import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './shell.module.css';

export function NotFoundPage(): ReactNode {
  const { shell } = useMessages();
  return (
    <main className={styles.lonely}>
      <EmptyState
        title={shell.notFound()}
        actions={
          <Link to="/" search={{}}>
            {shell.toGraph()}
          </Link>
        }
      />
    </main>
  );
}
