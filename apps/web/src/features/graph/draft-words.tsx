import type { GraphRow } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './draft.module.css';
import type { NodeDraft, RowDraft } from './shown-draft.ts';

/** In the head of a node: what the draft does to it, or a dot where only others do. */
export function NodeDraftWords({ draft }: { readonly draft: NodeDraft | undefined }): ReactNode {
  const { graphDraft } = useMessages();
  const change = draft?.change;
  if (change === undefined) return null;
  if (change === 'affected')
    return <span className={styles.dot} title={graphDraft.change(change)} data-draft-dot="" />;
  return (
    <span className={styles.headWords}>
      <span className={styles.sign}>{graphDraft.sign(change)}</span>
      {graphDraft.change(change)}
    </span>
  );
}

/** In front of a row. */
export function RowSign({ draft }: { readonly draft: RowDraft | undefined }): ReactNode {
  const { graphDraft } = useMessages();
  return draft === undefined ? null : <span className={styles.rowSign}>{graphDraft.sign(draft.change)}</span>;
}

interface RowDraftWordsProps {
  readonly row: GraphRow;
  readonly draft: RowDraft;
}

/** At the end of a row: what was there before, struck through, and what is now; else what becomes of the row. */
export function RowDraftWords({ row, draft }: RowDraftWordsProps): ReactNode {
  const { graphDraft } = useMessages();
  if (draft.before === undefined)
    return <span className={styles.words}>{graphDraft.change(draft.change)}</span>;
  const was = graphDraft.valueOf(draft.before, row);
  const now = graphDraft.valueOf(row, draft.before);
  const title = graphDraft.leads(
    graphDraft.spokenValueOf(draft.before, row),
    graphDraft.spokenValueOf(row, draft.before),
  );
  return (
    <span className={styles.values} title={title}>
      <s className={styles.was}>{was}</s> {now}
    </span>
  );
}

/** What the draft does to a row, for those who hear it; empty when it does nothing. */
export function useRowDraftSentence(draft: RowDraft | undefined): string {
  const { graphDraft } = useMessages();
  if (draft === undefined) return '';
  const { change, before } = draft;
  const words = graphDraft.change(change);
  return before === undefined ? words : `${words}, ${graphDraft.was(graphDraft.valueOf(before))}`;
}
