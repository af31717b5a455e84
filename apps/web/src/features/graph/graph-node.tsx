/* oxlint-disable jsx-a11y/prefer-tag-over-role -- nodes are placed by hand: a table element cannot hold them */
import type { GraphNode } from '@fairlead/resource-graph';
import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { GraphMark } from '../../workers/questions.ts';
import { NodeDraftWords } from './draft-words.tsx';
import draftStyles from './draft.module.css';
import { useGraphActions } from './graph-actions.ts';
import { countProblems, iconOf, isGhost, rowMarkOf, stripOf, toneOf, worstOf } from './node-look.ts';
import { NodeRow } from './node-row.tsx';
import styles from './node.module.css';
import { PodSquares } from './pod-squares.tsx';
import { rowDraftOf, type NodeDraft } from './shown-draft.ts';
import type { FlowNode, GraphNodeData } from './to-flow.ts';

const columnIndexes = { exposure: 1, ingress: 2, service: 3, pods: 4 } as const;

export const columnIndexOf = ({ column }: GraphNode): number => columnIndexes[column];

interface SentenceProps {
  readonly node: GraphNode;
  readonly marks: readonly GraphMark[];
  readonly draft: NodeDraft | undefined;
}

/** What a node says to those who hear it; what is seen beside it is hidden from them. */
function Sentence({ node, marks, draft }: SentenceProps): ReactNode {
  const { graph, graphDraft } = useMessages();
  const problems = marks.map(({ label }) => label);
  const words = draft?.change === undefined ? [] : [graphDraft.change(draft.change)];
  return <span className="visually-hidden">{[graph.nodeSentence(node, problems), ...words].join(', ')}</span>;
}

interface HeadButtonProps extends SentenceProps {
  readonly className: string | undefined;
  /** What is seen of it. */
  readonly children: ReactNode;
}

/** The part of a node that has the focus and selects the node. */
function HeadButton({ node, marks, draft, className, children }: HeadButtonProps): ReactNode {
  const actions = useGraphActions();
  const { graph } = useMessages();
  return (
    <div role="gridcell" aria-colindex={columnIndexOf(node)} className={styles.cell}>
      <button
        type="button"
        tabIndex={-1}
        data-target={node.id}
        className={className}
        title={graph.nodeHint(node)}
        onFocus={() => actions.hover(node.id)}
        onBlur={() => actions.hover(undefined)}
        onClick={() => actions.select(node)}
      >
        <Sentence node={node} marks={marks} draft={draft} />
        <span className={styles.seen} aria-hidden>
          {children}
        </span>
      </button>
    </div>
  );
}

function NodeHead({ node, marks, draft }: SentenceProps): ReactNode {
  const { graph } = useMessages();
  return (
    <HeadButton node={node} marks={marks} draft={draft} className={styles.head}>
      <KindIcon name={iconOf(node)} isMissing={isGhost(node)} />
      <span className={styles.name} data-part="">
        {graph.nodeName(node)}
      </span>
      <NodeDraftWords draft={draft} />
      {isGhost(node) ? (
        <span className={classNames(styles.markWords, styles.error)}>
          <StatusIcon tone="error" size={12} />
          {graph.missing()}
        </span>
      ) : (
        <span className={styles.badge}>{graph.badge(node.badge)}</span>
      )}
    </HeadButton>
  );
}

/** Opens the Pods of a workload one by one. */
function PodsLine({ node }: { readonly node: GraphNode }): ReactNode {
  const actions = useGraphActions();
  const { graph } = useMessages();
  const isOpen = actions.isExpanded(node.id);
  const canOpen = node.kind === 'workload' && node.pods.length > 0;
  return (
    <div role="gridcell" aria-colindex={columnIndexOf(node)} className={styles.pods}>
      {isOpen ? null : <PodSquares node={node} />}
      {canOpen ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.expand}
          aria-label={graph.togglePods(node.name, isOpen)}
          aria-expanded={isOpen}
          onClick={() => actions.toggleExpanded(node.id)}
        >
          {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        </button>
      ) : null}
    </div>
  );
}

const Strip = ({ mark }: { readonly mark: GraphMark }): ReactNode => (
  <div className={classNames(styles.strip, styles[`${mark.severity}Strip`])} aria-hidden>
    <StatusIcon tone={toneOf(mark)} size={13} />
    <span className={styles.clip}>{mark.label}</span>
  </div>
);

const frameOf = ({ placed, marks, isSelected, isCompact }: GraphNodeData): string => {
  const { node } = placed;
  const worst = worstOf(marks);
  return classNames(
    styles.node,
    styles[node.kind],
    node.isHeadless && styles.headless,
    isCompact && styles.compact,
    worst?.severity === 'error' && styles.frameError,
    worst?.severity === 'warning' && styles.frameWarning,
    // A ghost keeps its look: that something is missing counts for more.
    !isGhost(node) && draftStyles.node,
    isSelected && styles.selected,
  );
};

const hasPodsLine = ({ kind }: GraphNode): boolean =>
  kind === 'workload' || kind === 'finished' || kind === 'endpoints';

/** One line of words instead of rows. */
const hasLine = ({ kind }: GraphNode): boolean =>
  kind === 'external-name' || kind === 'hidden' || kind === 'service-ghost';

/** The layout gives such a workload a fixed height, in which its Pods scroll. */
const isLong = ({ kind, rows }: GraphNode): boolean => kind === 'workload' && rows.length > 100;

/** A node with all its rows, as above 80 %. */
function FullNode({ data }: { readonly data: GraphNodeData }): ReactNode {
  const { placed, marks, selectedRowId, draft } = data;
  const { node } = placed;
  const { graph } = useMessages();
  const strip = stripOf(node, marks);
  return (
    <>
      <NodeHead node={node} marks={marks} draft={draft} />
      {hasPodsLine(node) ? <PodsLine node={node} /> : null}
      {hasLine(node) ? (
        <div
          role="gridcell"
          aria-colindex={columnIndexOf(node)}
          className={styles.line}
          title={graph.nodeLine(node)}
        >
          {graph.nodeLine(node)}
        </div>
      ) : null}
      <div
        className={classNames(styles.rows, isLong(node) && styles.longRows)}
        // Browsers put a scroll area into the tab order unless told otherwise; arrows lead through its rows.
        {...(isLong(node) ? { tabIndex: -1 } : {})}
      >
        {node.rows.map((row) => (
          <NodeRow
            key={row.id}
            node={node}
            row={row}
            mark={rowMarkOf(node, row.id, marks)}
            isSelected={row.id === selectedRowId}
            columnIndex={columnIndexOf(node)}
            draft={rowDraftOf(draft, row)}
          />
        ))}
      </div>
      {strip === undefined ? null : <Strip mark={strip} />}
    </>
  );
}

/** Icon, name and the shortest useful words, as between 45 and 80 %. */
function CompactNode({ data }: { readonly data: GraphNodeData }): ReactNode {
  const { placed, marks, draft } = data;
  const { node } = placed;
  const { graph } = useMessages();
  const worst = worstOf(marks);
  return (
    <HeadButton node={node} marks={marks} draft={draft} className={styles.compactHead}>
      <KindIcon name={iconOf(node)} size={14} isMissing={isGhost(node)} />
      <span className={styles.name} data-part="">
        {graph.nodeName(node)}
      </span>
      <NodeDraftWords draft={draft} />
      {worst === undefined ? (
        <span className={styles.badge}>{graph.compactWords(node)}</span>
      ) : (
        <span className={classNames(styles.markWords, styles[worst.severity])}>
          <StatusIcon tone={toneOf(worst)} size={14} />
          {countProblems(node, marks)}
        </span>
      )}
    </HeadButton>
  );
}

/** A node of the picture, drawn by level. */
export function NodeFrame({ data }: { readonly data: GraphNodeData }): ReactNode {
  const actions = useGraphActions();
  const { id } = data.placed.node;
  return (
    <div
      role="presentation"
      className={frameOf(data)}
      data-node={id}
      data-draft={data.draft?.change}
      onMouseEnter={() => actions.hover(id)}
      onMouseLeave={() => actions.hover(undefined)}
    >
      {data.isCompact ? <CompactNode data={data} /> : <FullNode data={data} />}
    </div>
  );
}

/**
 * Where React Flow looks for the ends of edges each time it measures a node; without them the edges of the node vanish.
 * The edges themselves are drawn from the layout.
 */
const EdgeEnds = (): ReactNode => (
  <>
    <i className="target" data-handlepos="left" aria-hidden />
    <i className="source" data-handlepos="right" aria-hidden />
  </>
);

type GraphFlowNodeProps = NodeProps<Extract<FlowNode, { type?: 'graph' }>>;

/** Answers arrive as copies, so what a node shows is compared by value: unchanged nodes are not drawn again. */
export const GraphFlowNode = memo(
  function GraphFlowNode({ data }: GraphFlowNodeProps): ReactNode {
    return (
      <>
        <NodeFrame data={data} />
        <EdgeEnds />
      </>
    );
  },
  (before, after) => JSON.stringify(before.data) === JSON.stringify(after.data),
);

/** Holds the end of an edge whose node lies outside the window. */
export const OutsideFlowNode = (): ReactNode => <EdgeEnds />;
