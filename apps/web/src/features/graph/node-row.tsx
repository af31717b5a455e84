/* oxlint-disable jsx-a11y/prefer-tag-over-role -- nodes are placed by hand: a table element cannot hold them */
import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { GraphMark } from '../../workers/questions.ts';
import { useGraphActions } from './graph-actions.ts';
import { isMonoFact, toneOf } from './node-look.ts';
import styles from './node.module.css';
import { PodSquare } from './pod-squares.tsx';
import { isRowDimmed, useShownFocus } from './shown-focus.ts';

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
}

/** Words at the left, and at the right the problem or else what is worth knowing. */
function WordsAndMark(props: {
  readonly words: ReactNode;
  readonly aside: ReactNode;
  readonly mark: GraphMark | undefined;
}): ReactNode {
  const { words, aside, mark } = props;
  return (
    <>
      <span className={styles.clip}>{words}</span>
      {mark === undefined ? <span className={styles.aside}>{aside}</span> : <MarkWords mark={mark} />}
    </>
  );
}

function HostContent({ row, mark }: ContentProps<'host'>): ReactNode {
  const { graph } = useMessages();
  return (
    <>
      <span className={styles.host}>{row.host === '' ? graph.anyHost() : row.host}</span>
      {mark === undefined ? <HostWords row={row} /> : <MarkWords mark={mark} />}
    </>
  );
}

function PortContent({ row, mark }: ContentProps<'port'>): ReactNode {
  const { graph } = useMessages();
  const isBroken = mark?.severity === 'error' || !row.isTargetResolved;
  return (
    <>
      <span className={styles.clip}>{row.name === '' ? row.port : row.name}</span>
      <span className={classNames(styles.target, isBroken && styles.error)}>{graph.portMapping(row)}</span>
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

function RowContent({
  row,
  mark,
}: {
  readonly row: GraphRow;
  readonly mark: GraphMark | undefined;
}): ReactNode {
  const { graph } = useMessages();
  switch (row.kind) {
    case 'host':
      return <HostContent row={row} mark={mark} />;
    case 'path':
      return <WordsAndMark words={row.path || graph.everyPath()} aside={row.pathType} mark={mark} />;
    case 'default-backend':
      return <WordsAndMark words={graph.defaultBackend()} aside={row.backend} mark={mark} />;
    case 'port':
      return <PortContent row={row} mark={mark} />;
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
function RowSentence({
  row,
  mark,
}: {
  readonly row: GraphRow;
  readonly mark: GraphMark | undefined;
}): ReactNode {
  const { graph } = useMessages();
  return <span className="visually-hidden">{graph.rowSentence(row, mark?.label)}</span>;
}

export interface NodeRowProps {
  readonly node: GraphNode;
  readonly row: GraphRow;
  readonly mark: GraphMark | undefined;
  readonly isSelected: boolean;
  /** 1 to 4: which column the node stands in. */
  readonly columnIndex: number;
}

/** One line of a node; a host, path, port or Pod can be selected by itself. */
export function NodeRow({ node, row, mark, isSelected, columnIndex }: NodeRowProps): ReactNode {
  const actions = useGraphActions();
  const focus = useShownFocus();
  const className = classNames(
    styles.row,
    row.kind === 'host' && styles.hostRow,
    isSelected && styles.rowSelected,
    isRowDimmed(focus, node, row) && styles.rowDimmed,
  );
  if (row.kind === 'fact') {
    return (
      <div role="gridcell" aria-colindex={columnIndex} className={classNames(styles.row, styles.factRow)}>
        <RowContent row={row} mark={mark} />
      </div>
    );
  }
  return (
    <div role="gridcell" aria-colindex={columnIndex} className={styles.cell}>
      <button
        type="button"
        tabIndex={-1}
        data-target={`${node.id}#${row.id}`}
        className={className}
        onMouseEnter={() => actions.hover(`${node.id}#${row.id}`)}
        onMouseLeave={() => actions.hover(undefined)}
        onFocus={() => actions.hover(`${node.id}#${row.id}`)}
        onBlur={() => actions.hover(undefined)}
        onClick={() => (row.kind === 'more' ? actions.toggleExpanded(node.id) : actions.select(node, row))}
      >
        <RowSentence row={row} mark={mark} />
        <span className={styles.seen} aria-hidden>
          <RowContent row={row} mark={mark} />
        </span>
      </button>
    </div>
  );
}
