/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a range input cannot show a picture and move by dragging a part of it */
import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { OverviewAnswer } from '../../workers/questions.ts';
import { drawOverview } from './draw-overview.ts';
import styles from './graph.module.css';

export const stripWidthPx = 60;
const tickReachPx = 5;

export interface OverviewStripProps {
  readonly overview: OverviewAnswer | undefined;
  /** Height of the strip in px. */
  readonly height: number;
  /** Part of the picture in view, in px of the picture. */
  readonly view: { readonly top: number; readonly height: number };
  readonly onMove: (top: number) => void;
  readonly onSelectNode: (nodeId: string) => void;
}

/** The whole cluster beside the part in view. Click or drag moves; a tick selects its problem; arrows when focused. */
export function OverviewStrip(props: OverviewStripProps): ReactNode {
  const { overview, height, view, onMove, onSelectNode } = props;
  const { graph } = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const whole = Math.max(overview?.height ?? 1, 1);
  const scaleY = Math.min(height / whole, 0.12);

  // Synchronises with the canvas, which React does not draw.
  useEffect(() => {
    if (canvas.current === null || overview === undefined || height <= 0) return;
    const scaleX = (stripWidthPx - 16) / Math.max(overview.width, 1);
    drawOverview(canvas.current, overview, {
      width: stripWidthPx,
      height,
      scaleX,
      scaleY,
      left: -4 / scaleX,
      top: 0,
      barHeight: 2,
      tickInset: 8,
    });
  }, [overview, height, scaleY]);

  const moveTo = (event: PointerEvent<HTMLDivElement>): void => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    onMove(y / scaleY - view.height / 2);
  };
  const handlePointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const y = event.clientY - box.top;
    const tick =
      event.clientX - box.left > stripWidthPx - 12
        ? overview?.ticks.find((candidate) => Math.abs(candidate.y * scaleY + 2 - y) <= tickReachPx)
        : undefined;
    if (tick !== undefined) return onSelectNode(tick.nodeId);
    event.currentTarget.setPointerCapture(event.pointerId);
    moveTo(event);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -80,
      ArrowDown: 80,
      PageUp: -view.height,
      PageDown: view.height,
      Home: -whole,
      End: whole,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(view.top + step);
  };

  const inView = (overview?.lanes ?? []).filter(
    (lane) => lane.y < view.top + view.height && lane.y + lane.height > view.top,
  );
  return (
    <div
      role="slider"
      data-region=""
      tabIndex={0}
      aria-label={graph.overview()}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.round(whole)}
      aria-valuenow={Math.round(Math.max(0, Math.min(view.top, whole)))}
      aria-valuetext={graph.overviewPlace(
        inView.map(({ namespace }) => namespace),
        overview?.lanes.length ?? 0,
      )}
      className={styles.strip}
      onPointerDown={handlePointerDown}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && moveTo(event)}
      onKeyDown={handleKeyDown}
    >
      <canvas ref={canvas} style={{ width: stripWidthPx, height }} aria-hidden />
      <div
        className={styles.stripFrame}
        style={{ top: Math.max(0, view.top * scaleY), height: Math.min(height, view.height * scaleY) }}
      />
    </div>
  );
}
