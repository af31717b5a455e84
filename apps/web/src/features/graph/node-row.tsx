/* oxlint-disable jsx-a11y/prefer-tag-over-role -- nodes are placed by hand: a table element cannot hold them */
import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { GraphMark } from '../../workers/questions.ts';
import { RowDraftWords, RowSign, useRowDraftSentence } from './draft-words.tsx';
import draftStyles from './draft.module.css';
import { useGraphActions } from './graph-actions.ts';
import { isMonoFact, toneOf } from './node-look.ts';
import graph from './graph.module.css';
import styles from './node.module.css';
import { PodSquare } from './pod-squares.tsx';
import type { RowDraft } from './shown-draft.ts';
import { isRowDimmed, useShownFocus } from './shown-focus.ts';
import { useShownTrace } from './shown-trace.ts';

const MarkWords = ({ mark }: { readonly mark: GraphMark }): ReactNode => (
  <span className={classNames(styles.markWords, styles[mark.severity])}>
    {mark.label}
    <StatusIcon tone={toneOf(mark)} size={12} />
  </span>
);

function HostWords({ row }: { readonly row: Extract<GraphRow, { kind: 'host' }> }): ReactNode {
  const { graph } = useMessages();
  if (!row.hasTls) return <span className={styles.aside}>{graph.noTls()}</span>;
  return (
    <span className={styles.aside} title={graph.tlsSecret(row.secretName)}>
      <Lock size={12} aria-hidden />
    </span>
  );
}

interface ContentProps<K extends GraphRow['kind']> {
  readonly row: Extract<GraphRow, { kind: K }>;
  readonly mark: GraphMark | undefined;
  readonly draft: RowDraft | undefined;
  /** What a traced request makes of it, in a word or two. */
  readonly note?: string | undefined;
}

interface AsideProps extends ContentProps<GraphRow['kind']> {
  /** What is worth knowing while there is neither a problem nor a draft. */
  readonly children: ReactNode;
}

/** The right end of a row: what a trace says of it comes first; a problem is worth more than what the draft does, and that more than all else. */
function Aside({ row, mark, draft, note, children }: AsideProps): ReactNode {
  if (note !== undefined)
    return (
      <span className={styles.traceNote}>
        {note}
        {mark === undefined ? null : <StatusIcon tone={toneOf(mark)} size={12} />}
      </span>
    );
  if (draft === undefined) return mark === undefined ? children : <MarkWords mark={mark} />;
  return (
    <>
      <RowDraftWords row={row} draft={draft} />
      {mark === undefined ? null : <StatusIcon tone={toneOf(mark)} size={12} />}
    </>
  );
}

/** Words at the left, and at the right the problem or else what is worth knowing. */
function WordsAndMark(
  props: ContentProps<GraphRow['kind']> & { readonly words: ReactNode; readonly aside: ReactNode },
): ReactNode {
  const { words, aside, ...rest } = props;
  return (
    <>
      <span className={styles.clip} data-part="">
        {words}
      </span>
      <Aside {...rest}>
        <span className={styles.aside}>{aside}</span>
      </Aside>
    </>
  );
}

function HostContent({ row, mark, draft }: ContentProps<'host'>): ReactNode {
  const { graph } = useMessages();
  return (
    <>
      <span className={styles.host} data-part="">
        {row.host === '' ? graph.anyHost() : row.host}
      </span>
      <Aside row={row} mark={mark} draft={draft}>
        <HostWords row={row} />
      </Aside>
    </>
  );
}

function PortContent({ row, mark, draft }: ContentProps<'port'>): ReactNode {
  const { graph } = useMessages();
  const isBroken = mark?.severity === 'error' || !row.isTargetResolved;
  return (
    <>
      <span className={styles.clip} data-part="">
        {row.name === '' ? row.port : row.name}
      </span>
      {draft === undefined ? (
        <span className={classNames(styles.target, isBroken && styles.error)}>{graph.portMapping(row)}</span>
      ) : (
        <RowDraftWords row={row} draft={draft} />
      )}
    </>
  );
}

function PodContent({ row }: Pick<ContentProps<'pod'>, 'row'>): ReactNode {
  const { graph } = useMessages();
  return (
    <>
      <PodSquare state={row.pod.state} />
      <span className={styles.clip}>{row.pod.tail}</span>
      <span className={classNames(styles.aside, row.pod.state === 'not-ready' && styles.error)}>
        {graph.podFacts(row.pod)}
      </span>
    </>
  );
}

function RowContent({ row, mark, draft, note }: ContentProps<GraphRow['kind']>): ReactNode {
  const { graph } = useMessages();
  switch (row.kind) {
    case 'host':
      return <HostContent row={row} mark={mark} draft={draft} />;
    case 'path':
      return (
        <WordsAndMark
          row={row}
          mark={mark}
          draft={draft}
          note={note}
          words={row.path || graph.everyPath()}
          aside={row.pathType}
        />
      );
    case 'default-backend':
      return (
        <WordsAndMark
          row={row}
          mark={mark}
          draft={draft}
          note={note}
          words={graph.defaultBackend()}
          aside={row.backend}
        />
      );
    case 'port':
      return <PortContent row={row} mark={mark} draft={draft} />;
    case 'pod':
      return <PodContent row={row} />;
    case 'fact':
      return (
        <span className={isMonoFact(row.fact) ? styles.factMono : styles.fact}>{graph.fact(row.fact)}</span>
      );
    case 'more':
      return <span className={styles.more}>{graph.moreRules(row.count)}</span>;
  }
}

/** What a row says to those who hear it; what is seen beside it is hidden from them. */
function RowSentence({ row, mark, draft, note }: ContentProps<GraphRow['kind']>): ReactNode {
  const { graph } = useMessages();
  const words = useRowDraftSentence(draft);
  const sentence = graph.rowSentence(row, mark?.label);
  const all = [sentence, words, note ?? ''].filter((part) => part !== '');
  return <span className="visually-hidden">{all.join(', ')}</span>;
}

export interface NodeRowProps {
  readonly node: GraphNode;
  readonly row: GraphRow;
  readonly mark: GraphMark | undefined;
  readonly isSelected: boolean;
  /** 1 to 4: which column the node stands in. */
  readonly columnIndex: number;
  /** What the draft does to it. */
  readonly draft?: RowDraft | undefined;
}

/** One line of a node; a host, path, port or Pod can be selected by itself. */
export function NodeRow({ node, row, mark, isSelected, columnIndex, draft }: NodeRowProps): ReactNode {
  const actions = useGraphActions();
  const { requestTracer } = useMessages();
  const focus = useShownFocus();
  const trace = useShownTrace();
  const target = `${node.id}#${row.id}`;
  const noteCode = trace?.notes.get(target);
  const note = noteCode === undefined ? undefined : requestTracer.note(noteCode);
  const className = classNames(
    styles.row,
    row.kind === 'host' && styles.hostRow,
    isSelected && styles.rowSelected,
    trace?.rows.has(target) === true && styles.rowTraced,
    isRowDimmed(focus, node, row) && graph.faded,
    draftStyles.row,
  );
  if (row.kind === 'fact') {
    return (
      <div role="gridcell" aria-colindex={columnIndex} className={classNames(styles.row, styles.factRow)}>
        <RowContent row={row} mark={mark} draft={undefined} />
      </div>
    );
  }
  return (
    <div role="gridcell" aria-colindex={columnIndex} className={styles.cell}>
      <button
        type="button"
        tabIndex={-1}
        data-target={target}
        data-trace={noteCode}
        data-draft={draft?.change}
        className={className}
        onMouseEnter={() => actions.hover(target)}
        onMouseLeave={() => actions.hover(undefined)}
        onFocus={() => actions.hover(target)}
        onBlur={() => actions.hover(undefined)}
        onClick={() => (row.kind === 'more' ? actions.toggleExpanded(node.id) : actions.select(node, row))}
      >
        <RowSentence row={row} mark={mark} draft={draft} note={note} />
        <span className={styles.seen} aria-hidden>
          <RowSign draft={draft} />
          <RowContent row={row} mark={mark} draft={draft} note={note} />
        </span>
      </button>
    </div>
  );
}
