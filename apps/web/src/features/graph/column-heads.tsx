import type { ColumnMetrics } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import { sidePaddingPx } from './graph-zoom.ts';
import styles from './graph.module.css';

export interface ColumnHeadsProps {
  /** Absent while nothing is known yet. */
  readonly columns: GraphWindowAnswer['columns'] | undefined;
  readonly metrics: ColumnMetrics;
  readonly viewport: { readonly x: number; readonly zoom: number };
}

/** Names of the four columns with what stands in each. */
export function ColumnHeads({ columns, metrics, viewport }: ColumnHeadsProps): ReactNode {
  const { graph } = useMessages();
  const ingress = sidePaddingPx + metrics.exposure + metrics.gutters[0];
  const service = ingress + metrics.ingress + metrics.gutters[1];
  const pods = service + metrics.service + metrics.gutters[2];
  const heads = [
    {
      left: sidePaddingPx,
      isPinned: true,
      name: graph.columns.exposure(),
      counts: graph.exposureCount,
    },
    { left: ingress, isPinned: false, name: graph.columns.ingress(), counts: graph.ingressCount },
    { left: service, isPinned: false, name: graph.columns.service(), counts: graph.serviceCount },
    { left: pods, isPinned: false, name: graph.columns.pods(), counts: graph.podsCount },
  ];
  return (
    <div className={styles.heads}>
      {heads.map(({ left, isPinned, name, counts }) => (
        <div
          key={name}
          className={styles.columnHead}
          style={{ left: left * viewport.zoom + (isPinned ? 0 : viewport.x) }}
        >
          {name}
          <span className={styles.columnCount}>{columns === undefined ? null : counts(columns)}</span>
        </div>
      ))}
    </div>
  );
}
