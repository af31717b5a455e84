import { useCallback, useState } from 'react';
import { scaleOf, stepZoom, zoomStops } from './graph-zoom.ts';
import { scrolledTo, type Viewport } from './graph-window.ts';

export interface GraphZoom {
  /** As the zoom control says it; 1 is 100 %. */
  readonly zoom: number;
  readonly viewport: Viewport;
  readonly setViewport: (viewport: Viewport) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly reset: () => void;
  /** The closest zoom at which the whole picture can be seen. */
  readonly fit: (pictureHeight: number, canvasHeight: number) => void;
  readonly scrollTo: (
    top: number,
    sizes: { readonly pictureHeight: number; readonly canvasHeight: number },
  ) => void;
}

/**
 * Zoom and scroll place of the picture. A change of zoom keeps the same part of the picture at the top: heights differ
 * between levels, so the place is kept as a part of the whole.
 */
export function useGraphZoom(): GraphZoom {
  const [zoom, setZoom] = useState(1);
  const [viewport, setViewport] = useState<Viewport>({ x: 0, y: 0, zoom: 1 });
  const change = useCallback((next: number, place?: (viewport: Viewport) => Viewport) => {
    setZoom(next);
    setViewport((current) => {
      const scaled = { ...current, x: 0, y: (current.y * scaleOf(next)) / current.zoom, zoom: scaleOf(next) };
      return place === undefined ? scaled : place(scaled);
    });
  }, []);
  return {
    zoom,
    viewport,
    setViewport,
    step: (direction) => change(stepZoom(zoom, direction)),
    reset: () => change(1),
    fit: (pictureHeight, canvasHeight) => {
      const fitting = zoomStops
        .toReversed()
        .find((stop) => stop <= 1 && pictureHeight * scaleOf(stop) <= canvasHeight);
      change(fitting ?? zoomStops[0] ?? 1, (scaled) => ({ ...scaled, y: 0 }));
    },
    scrollTo: (top, sizes) => setViewport((current) => scrolledTo(current, top, sizes)),
  };
}
