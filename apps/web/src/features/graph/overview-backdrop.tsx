import { useEffect, useRef, type ReactNode } from 'react';
import type { OverviewAnswer } from '../../workers/questions.ts';
import { drawOverview } from './draw-overview.ts';
import styles from './graph.module.css';
import type { Viewport } from './graph-window.ts';

export interface OverviewBackdropProps {
  readonly overview: OverviewAnswer | undefined;
  readonly viewport: Viewport;
  readonly canvas: { readonly width: number; readonly height: number };
}

/** Below 45 % nodes are bars on a canvas: any number of them costs the same. */
export function OverviewBackdrop({ overview, viewport, canvas }: OverviewBackdropProps): ReactNode {
  const element = useRef<HTMLCanvasElement>(null);
  const { x, y, zoom } = viewport;
  const { width, height } = canvas;
  // Synchronises with the canvas, which React does not draw.
  useEffect(() => {
    if (element.current === null || overview === undefined || width === 0) return;
    drawOverview(element.current, overview, {
      width,
      height,
      scaleX: zoom,
      scaleY: zoom,
      left: -x / zoom,
      top: -y / zoom,
      barHeight: 3,
      tickInset: 10,
    });
  }, [overview, x, y, zoom, width, height]);
  return <canvas ref={element} className={styles.overview} style={{ width, height }} aria-hidden />;
}
