import { sizes, splitTarget, type PlacedEdge, type PlacedNode } from '@fairlead/resource-graph';
import { ViewportPortal } from '@xyflow/react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import type { HopMark } from '../../trace-view/trace-view.ts';
import type { Viewport } from './graph-window.ts';
import { useShownTrace } from './shown-trace.ts';
import styles from './trace-layer.module.css';

export const circlePx = 18;

/** A hop's number, or a cross where the request ends. */
export function HopCircle({
  mark,
  x,
  y,
}: {
  readonly mark: Pick<HopMark, 'hop' | 'isBroken'>;
  readonly x: number;
  readonly y: number;
}): ReactNode {
  return (
    <span
      className={classNames(styles.circle, mark.isBroken && styles.broken)}
      style={{ left: x - circlePx / 2, top: y - circlePx / 2 }}
      data-hop={mark.hop}
      data-broken={mark.isBroken}
      aria-hidden
    >
      {mark.isBroken ? <X size={12} strokeWidth={3} /> : mark.hop}
    </span>
  );
}

/** The middle of a row, or of the head where the row is not drawn. */
function middleOf({ node, y, height }: PlacedNode, rowId: string | undefined, isCompact: boolean): number {
  if (isCompact) return y + Math.min(height, sizes.compact) / 2;
  const row = node.rows.findIndex(({ id }) => id === rowId);
  if (row >= 0) return y + sizes.head + (row + 0.5) * sizes.row;
  return node.column === 'pods' || node.kind === 'service-ghost'
    ? y + Math.min(height, sizes.pods) / 2
    : y + sizes.head / 2;
}

/** Just outside of the border, so that it never covers text. */
function besides({ x, width }: PlacedNode, side: HopMark['side']): number {
  return side === 'left' ? x - circlePx / 2 - 1 : x + width + circlePx / 2 + 1;
}

function Mark({
  mark,
  answer,
  isCompact,
}: {
  readonly mark: HopMark;
  readonly answer: GraphWindowAnswer;
  readonly isCompact: boolean;
}): ReactNode {
  const { nodeId, rowId } = splitTarget(mark.target);
  const placed = answer.nodes.find(({ node }) => node.id === nodeId);
  if (placed === undefined || placed.node.column === 'exposure') return null;
  return <HopCircle mark={mark} x={besides(placed, mark.side)} y={middleOf(placed, rowId, isCompact)} />;
}

/** A request that ends on an edge has its cross there, in place of the circle at the end of it. */
const isOnEdge = (mark: HopMark, edge: PlacedEdge | undefined): boolean =>
  mark.isBroken && edge !== undefined;

/** From the controller, which stays in view while the lanes scroll, along its trunk into the Ingress. */
function Trunk({
  edge,
  answer,
  viewport,
}: {
  readonly edge: PlacedEdge;
  readonly answer: GraphWindowAnswer;
  readonly viewport: Viewport;
}): ReactNode {
  const controller = answer.nodes.find(({ node }) => node.id === edge.edge.fromNode);
  const x = answer.trunks.find(({ id }) => id === edge.edge.fromNode)?.x ?? edge.x1;
  const from =
    (controller === undefined ? 0 : controller.y + Math.min(controller.height, sizes.head) / 2) -
    viewport.y / viewport.zoom;
  return <path className={styles.trunk} d={`M${x},${from}V${edge.y2}H${edge.x2}`} />;
}

export interface TraceLayerProps {
  readonly answer: GraphWindowAnswer;
  readonly viewport: Viewport;
  readonly isCompact: boolean;
}

/** Numbers of the hops beside what the request passes, a cross where it ends, and its way along the trunk. */
export function TraceLayer({ answer, viewport, isCompact }: TraceLayerProps): ReactNode {
  const trace = useShownTrace();
  if (trace === undefined) return null;
  const broken = answer.edges.find(({ edge }) => edge.id === trace.brokenEdge && edge.kind !== 'trunk');
  const trunk = answer.edges.find(({ edge }) => edge.kind === 'trunk' && trace.edges.has(edge.id));
  const brokenMark = trace.marks.find(({ isBroken }) => isBroken);
  return (
    <ViewportPortal>
      <div className={styles.layer}>
        <svg className={styles.wires} aria-hidden>
          {trunk === undefined ? null : <Trunk edge={trunk} answer={answer} viewport={viewport} />}
        </svg>
        {trace.marks
          .filter((mark) => !isOnEdge(mark, broken))
          .map((mark) => (
            <Mark
              key={`${mark.hop} ${mark.target} ${mark.side}`}
              mark={mark}
              answer={answer}
              isCompact={isCompact}
            />
          ))}
        {broken === undefined || brokenMark === undefined ? null : (
          <HopCircle mark={brokenMark} x={(broken.x1 + broken.x2) / 2} y={(broken.y1 + broken.y2) / 2} />
        )}
      </div>
    </ViewportPortal>
  );
}
