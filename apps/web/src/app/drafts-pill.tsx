import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAppliedChanges, useDraftsOf } from '../drafts/drafts-context.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useCluster } from '../workers/cluster-context.ts';
import { useAnswer } from '../workers/use-answer.ts';
import styles from './shell.module.css';

/** How many drafts there are, and the way to them; only when there is something to go to. */
export function DraftsPill(): ReactNode {
  const { editor } = useMessages();
  const { context } = useCluster();
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId ?? '';
  const drafts = useDraftsOf(clusterId);
  const changes = useAppliedChanges(clusterId);
  if (drafts.length === 0 && changes.length === 0) return null;
  return (
    <Link to="/c/$context/drafts" params={{ context }} search={{}} className={styles.drafts}>
      <Pencil size={13} aria-hidden />
      {drafts.length === 0 ? editor.drafts.historyShort() : editor.drafts.pill(drafts.length)}
    </Link>
  );
}
