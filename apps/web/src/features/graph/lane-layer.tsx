/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lanes are placed by hand: a table element cannot hold them */
import type { ColumnMetrics, PlacedEdge, PlacedLane } from '@fairlead/resource-graph';
import { ViewportPortal } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { GraphWindowAnswer, SummaryAnswer } from '../../workers/questions.ts';
import { useGraphActions } from './graph-actions.ts';
import { sidePaddingPx } from './graph-zoom.ts';
import draftStyles from './draft.module.css';
import styles from './graph.module.css';
import { laneTarget } from './move-focus.ts';
import { edgeDraftOf, toDraftEdges } from './shown-draft.ts';
import { isEdgeDimmed, isLaneDimmed, isNodeDimmed, useShownFocus } from './shown-focus.ts';

type NamespaceSummary = SummaryAnswer['namespaces'][number];

/** Where the Ingress column begins: lane heads stand there. */
const ingressLeft = ({ exposure, gutters }: ColumnMetrics): number => sidePaddingPx + exposure + gutters[0];

/** Heads that were read at full size stand in the first gutter where the picture is drawn small. */
const exposureRight = ({ exposure }: ColumnMetrics): number => sidePaddingPx * 2 + exposure;

/** A lane that is drawn lower than this has no room for its head. */
const smallestHeadPx = 14;

/** Lanes that have room for a head where text is drawn at this scale. */
export const listLanesWithHead = (lanes: readonly PlacedLane[], textScale: number): readonly PlacedLane[] =>
  lanes.filter(({ height }) => height >= smallestHeadPx * textScale);

interface LaneHeadProps {
  readonly textScale: number;
  readonly lane: PlacedLane;
  readonly left: number;
  readonly summary: NamespaceSummary | undefined;
}

function LaneHead({ textScale, lane, left, summary }: LaneHeadProps): ReactNode {
  const actions = useGraphActions();
  const focus = useShownFocus();
  const { graph } = useMessages();
  const worst = lane.isFolded ? summary?.worst : undefined;
  return (
    <div role="row">
      <div role="gridcell" aria-colspan={4}>
        <button
          type="button"
          tabIndex={-1}
          data-target={laneTarget(lane.namespace)}
          data-lane={lane.namespace}
          className={classNames(styles.laneHead, isLaneDimmed(focus, lane.namespace) && styles.faded)}
          style={{ left, transform: `scale(${textScale})` }}
          aria-expanded={!lane.isFolded}
          onClick={() => actions.toggleFolded(lane.namespace)}
        >
          {lane.isFolded ? <ChevronRight size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
          {lane.namespace}
          {textScale === 1 ? <span className={styles.laneCounts}>{graph.laneCounts(lane)}</span> : null}
          {worst === undefined ? null : <StatusIcon tone={worst} size={12} label={graph.worst(worst)} />}
        </button>
      </div>
    </div>
  );
}

/** From the trunk into the Ingress, with a small bend. */
const tapPath = (trunkX: number, { x2, y2 }: PlacedEdge): string =>
  `M${trunkX},${y2 - 6}Q${trunkX},${y2} ${trunkX + 6},${y2}H${x2}`;

export interface LaneLayerProps {
  readonly answer: GraphWindowAnswer;
  readonly metrics: ColumnMetrics;
  readonly width: number;
  readonly namespaces: readonly NamespaceSummary[];
  /** Above 1 where the picture is drawn so small that heads could not be read. */
  readonly textScale: number;
  /** One namespace alone needs no head. */
  readonly hasHeads: boolean;
}

/** What lies under the nodes and moves with them: lanes with their heads, trunks with their taps. */
export function LaneLayer({
  answer,
  metrics,
  width,
  namespaces,
  textScale,
  hasHeads,
}: LaneLayerProps): ReactNode {
  const focus = useShownFocus();
  const summaries = new Map(namespaces.map((summary) => [summary.name, summary]));
  const draftEdges = toDraftEdges(answer.draft);
  const heads = hasHeads ? listLanesWithHead(answer.lanes, textScale) : [];
  const trunks = new Map(answer.trunks.map((trunk) => [trunk.id, trunk]));
  return (
    <ViewportPortal>
      {answer.lanes.map((lane) => (
        <div
          key={lane.namespace}
          className={classNames(styles.lane, answer.lanes.indexOf(lane) % 2 === 1 && styles.laneOdd)}
          style={{ left: -width, width: width * 3, top: lane.y, height: lane.height }}
        >
          {heads.includes(lane) ? (
            <LaneHead
              textScale={textScale}
              lane={lane}
              left={width + (textScale === 1 ? ingressLeft(metrics) : exposureRight(metrics))}
              summary={summaries.get(lane.namespace)}
            />
          ) : null}
        </div>
      ))}
      <svg className={styles.wires} aria-hidden>
        {answer.trunks.map(({ id, x, y1, y2 }) => (
          <path
            key={id}
            className={classNames(styles.trunk, isNodeDimmed(focus, id) && styles.dimmed)}
            d={`M${x},${Math.min(0, y1)}V${y2 - 6}`}
          />
        ))}
        {answer.edges
          .filter(({ edge }) => edge.kind === 'trunk')
          .map((placed) => (
            <path
              key={placed.edge.id}
              data-edge={placed.edge.id}
              data-draft={edgeDraftOf(draftEdges, placed.edge.id)}
              className={classNames(
                styles.trunk,
                answer.selectedEdges.includes(placed.edge.id) && styles.edgeSelected,
                isEdgeDimmed(focus, placed.edge.id) && styles.dimmed,
                draftStyles.edge,
              )}
              d={tapPath(trunks.get(placed.edge.fromNode)?.x ?? placed.x1, placed)}
            />
          ))}
      </svg>
    </ViewportPortal>
  );
}
