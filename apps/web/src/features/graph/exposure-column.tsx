/* oxlint-disable jsx-a11y/prefer-tag-over-role -- nodes are placed by hand: a table element cannot hold them */
import type { ColumnMetrics, PlacedNode } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { Selection } from '../../url-state/selection.ts';
import type { GraphMark, GraphWindowAnswer } from '../../workers/questions.ts';
import { sidePaddingPx } from './graph-zoom.ts';
import styles from './graph.module.css';
import { NodeFrame } from './graph-node.tsx';
import { groupDraftMarks } from './shown-draft.ts';
import { isEdgeDimmed, isNodeDimmed, useShownFocus } from './shown-focus.ts';
import { useShownTrace } from './shown-trace.ts';
import { HopCircle } from './trace-layer.tsx';

export interface ExposureColumnProps {
  readonly answer: GraphWindowAnswer;
  readonly metrics: ColumnMetrics;
  readonly scale: number;
  readonly selection: Selection | undefined;
  readonly isCompact: boolean;
}

const marksOf = (marks: readonly GraphMark[], id: string): readonly GraphMark[] =>
  marks.filter(({ target }) => target === id || target.startsWith(`${id}#`));

/** From the foot of the clients to the head of the next node below: one line that passes behind those between. */
const stemPath = (from: PlacedNode, to: PlacedNode): string =>
  `M${from.x + from.width / 2},${from.y + from.height}V${to.y}`;

const middle = ({ y, height }: PlacedNode): number => y + Math.min(height, 30) / 2;

/** Clients and controllers: they stay in view while the lanes scroll, because every request begins there. */
export function ExposureColumn(props: ExposureColumnProps): ReactNode {
  const { answer, metrics, scale, selection, isCompact } = props;
  const focus = useShownFocus();
  const trace = useShownTrace();
  const nodes = answer.nodes.filter(({ node }) => node.column === 'exposure');
  const width = sidePaddingPx + metrics.exposure + metrics.gutters[0] - 6;
  const foot = Math.max(0, ...nodes.map(({ y, height }) => y + height)) + 8;
  const drafts = groupDraftMarks(answer.draft);
  const tapped = new Set(answer.trunks.map(({ id }) => id));
  return (
    // Browsers put a scroll area into the tab order unless told otherwise; arrows lead through its nodes.
    <div role="rowgroup" className={styles.exposure} style={{ width: width * scale }} tabIndex={-1}>
      <div className={styles.exposureInner} style={{ transform: `scale(${scale})`, width, height: foot }}>
        <svg className={styles.wires} aria-hidden>
          {answer.edges.map(({ edge }) => {
            const from = nodes.find(({ node }) => node.id === edge.fromNode);
            const to = nodes.find(({ node }) => node.id === edge.toNode);
            return from === undefined || to === undefined ? null : (
              <path
                key={edge.id}
                data-edge={edge.id}
                className={classNames(
                  styles.trunk,
                  isEdgeDimmed(focus, edge.id) && styles.dimmed,
                  trace?.edges.has(edge.id) === true && styles.edgeSelected,
                )}
                d={stemPath(from, to)}
              />
            );
          })}
          {nodes
            .filter(({ node }) => tapped.has(node.id))
            .map((placed) => {
              const trunk = answer.trunks.find(({ id }) => id === placed.node.id);
              return trunk === undefined ? null : (
                <path
                  key={placed.node.id}
                  className={classNames(
                    styles.trunk,
                    isNodeDimmed(focus, placed.node.id) && styles.dimmed,
                    trace?.focus.nodes.has(placed.node.id) === true && styles.edgeSelected,
                  )}
                  d={`M${placed.x + placed.width},${middle(placed)}H${trunk.x}`}
                />
              );
            })}
        </svg>
        {nodes.map((placed) => (
          <div
            key={placed.node.id}
            role="row"
            className={classNames(styles.exposureNode, isNodeDimmed(focus, placed.node.id) && styles.faded)}
            style={{ left: placed.x, top: placed.y, width: placed.width, height: placed.height }}
          >
            <NodeFrame
              data={{
                placed,
                marks: marksOf(answer.marks, placed.node.id),
                isSelected: selection?.id === placed.node.id,
                selectedRowId: undefined,
                isCompact,
                draft: drafts.get(placed.node.id),
              }}
            />
          </div>
        ))}
        {(trace?.marks ?? []).map((mark) => {
          const placed = nodes.find(({ node }) => node.id === mark.target);
          return placed === undefined ? null : (
            <HopCircle key={mark.hop} mark={mark} x={placed.x + placed.width / 2} y={placed.y} />
          );
        })}
      </div>
    </div>
  );
}
