/* oxlint-disable jsx-a11y/prefer-tag-over-role -- nodes are placed by hand: a table element cannot hold them */
import type { ColumnMetrics, PlacedNode } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import type { Selection } from '../../url-state/selection.ts';
import type { GraphMark, GraphWindowAnswer } from '../../workers/questions.ts';
import { sidePaddingPx } from './graph-zoom.ts';
import styles from './graph.module.css';
import { edgePath } from './flow-edge.tsx';
import { NodeFrame } from './graph-node.tsx';

export interface ExposureColumnProps {
  readonly answer: GraphWindowAnswer;
  readonly metrics: ColumnMetrics;
  readonly scale: number;
  readonly selection: Selection | undefined;
  readonly isCompact: boolean;
}

const marksOf = (marks: readonly GraphMark[], id: string): readonly GraphMark[] =>
  marks.filter(({ target }) => target === id || target.startsWith(`${id}#`));

const middle = ({ y, height }: PlacedNode): number => y + Math.min(height, 30) / 2;

/** Clients and controllers: they stay in view while the lanes scroll, because every request begins there. */
export function ExposureColumn(props: ExposureColumnProps): ReactNode {
  const { answer, metrics, scale, selection, isCompact } = props;
  const nodes = answer.nodes.filter(({ node }) => node.column === 'exposure');
  const within = new Set(nodes.map(({ node }) => node.id));
  const width = sidePaddingPx + metrics.exposure + metrics.gutters[0] - 6;
  const tapped = new Set(answer.trunks.map(({ id }) => id));
  return (
    <div className={styles.exposure} style={{ width: width * scale }}>
      <div className={styles.exposureInner} style={{ transform: `scale(${scale})`, width }}>
        <svg className={styles.wires} aria-hidden>
          {answer.edges
            .filter(({ edge }) => within.has(edge.fromNode) && within.has(edge.toNode))
            .map((placed) => (
              <path
                key={placed.edge.id}
                data-edge={placed.edge.id}
                className={styles.trunk}
                d={edgePath(placed)}
              />
            ))}
          {nodes
            .filter(({ node }) => tapped.has(node.id))
            .map((placed) => {
              const trunk = answer.trunks.find(({ id }) => id === placed.node.id);
              return trunk === undefined ? null : (
                <path
                  key={placed.node.id}
                  className={styles.trunk}
                  d={`M${placed.x + placed.width},${middle(placed)}H${trunk.x}`}
                />
              );
            })}
        </svg>
        {nodes.map((placed) => (
          <div
            key={placed.node.id}
            role="row"
            className={styles.exposureNode}
            style={{ left: placed.x, top: placed.y, width: placed.width, height: placed.height }}
          >
            <NodeFrame
              data={{
                placed,
                marks: marksOf(answer.marks, placed.node.id),
                isSelected: selection?.id === placed.node.id,
                selectedRowId: undefined,
                isCompact,
              }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
