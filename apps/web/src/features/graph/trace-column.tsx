import type { ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { RouteRow } from '../../workers/route-row.ts';
import { CutText } from './cut-text.tsx';
import styles from './route-table.module.css';
import type { ShownTrace } from './shown-trace.ts';
import { tellTracedRow, type TracedRow } from './traced-row.ts';

function wordsOf({ requestTracer }: Messages, { answer }: ShownTrace, row: TracedRow): string {
  const { table, note, losers } = requestTracer;
  switch (row.kind) {
    case 'passes':
      return table.passes(row);
    case 'breaks':
      return table.breaks(row, requestTracer.hop.break(answer));
    case 'loses':
      return table.loses(
        note(row.note),
        row.lost === undefined ? '' : losers.why(row.lost.kind, row.lost.loser, answer),
      );
  }
}

function Cell({ row, words }: { readonly row: TracedRow; readonly words: string }): ReactNode {
  if (row.kind === 'loses') return <CutText text={words} look={styles.fine} />;
  const isBroken = row.kind === 'breaks';
  return (
    <span className={styles.state}>
      <StatusIcon tone={isBroken ? 'error' : 'ok'} size={13} />
      <CutText text={words} look={isBroken ? styles.error : undefined} />
    </span>
  );
}

/** What the traced request makes of each line, in words: the hops it passes there, why a rule loses, where it breaks. */
export const buildTraceColumn = (messages: Messages, trace: ShownTrace): DataColumn<RouteRow> => ({
  id: 'trace',
  header: messages.requestTracer.table.column(),
  width: 'minmax(190px, 1.8fr)',
  render: (row) => {
    const traced = tellTracedRow(trace, row);
    return traced === undefined ? null : <Cell row={traced} words={wordsOf(messages, trace, traced)} />;
  },
});
