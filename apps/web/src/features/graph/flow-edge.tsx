import type { PlacedEdge } from '@fairlead/resource-graph';
import type { EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import draftStyles from './draft.module.css';
import styles from './graph.module.css';
import type { FlowEdge } from './to-flow.ts';

/**
 * A cubic with horizontal tangents from border to border. The Exposure column stays where it is while the lanes scroll, so
 * what leads from there to a Service directly is a straight line at the Service's height, under the Ingress column.
 */
function edgePath({ edge, x1, y1, x2, y2 }: PlacedEdge): string {
  if (edge.kind === 'exposure') return `M${x1},${y2}H${x2}`;
  const bend = Math.max(20, Math.min(90, (x2 - x1) / 2));
  return `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

export function GraphFlowEdge({ id, data }: EdgeProps<FlowEdge>): ReactNode {
  if (data === undefined) return null;
  const { placed, tone, isSelected, isHovered, isDashed, isDimmed, draft } = data;
  return (
    <path
      d={edgePath(placed)}
      data-edge={id}
      data-draft={draft}
      className={classNames(
        styles.edge,
        tone === 'error' && styles.edgeError,
        tone === 'warning' && styles.edgeWarning,
        placed.edge.kind === 'suggestion' && styles.edgeSuggestion,
        isDashed && (tone === 'error' ? styles.dashed : styles.dotted),
        isHovered && styles.edgeHovered,
        isSelected && styles.edgeSelected,
        isDimmed && styles.dimmed,
        draftStyles.edge,
      )}
    />
  );
}
