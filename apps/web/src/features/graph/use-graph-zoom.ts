import { useState } from 'react';
import { scrolledTo, withinPicture, type Viewport } from './graph-window.ts';
import { scaleOf, stepZoom, zoomStops } from './graph-zoom.ts';

export interface PictureSizes {
  readonly pictureHeight: number;
  readonly canvasHeight: number;
}

/** Where the picture is scrolled to: px, or, right after a change of zoom, a part of the whole. */
type Place =
  | { readonly kind: 'px'; readonly viewport: Viewport }
  | { readonly kind: 'part'; readonly top: number };

interface ZoomState {
  /** As the zoom control says it; 1 is 100 %. */
  readonly zoom: number;
  readonly place: Place;
}

export interface GraphZoom {
  readonly zoom: number;
  readonly viewport: Viewport;
  readonly setViewport: (viewport: Viewport) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly reset: () => void;
  /** The closest zoom at which the whole picture can be seen. */
  readonly fit: () => void;
  readonly scrollTo: (top: number) => void;
}

const initial: ZoomState = { zoom: 1, place: { kind: 'px', viewport: { x: 0, y: 0, zoom: 1 } } };

export const useZoomState = (): readonly [ZoomState, (state: ZoomState) => void] => useState(initial);

/** Heights differ between levels, so the place is kept as a part of the whole until the reader scrolls. */
function shownViewport({ zoom, place }: ZoomState, sizes: PictureSizes): Viewport {
  const scale = scaleOf(zoom);
  const viewport =
    place.kind === 'px'
      ? { ...place.viewport, zoom: scale }
      : { x: 0, y: -place.top * sizes.pictureHeight * scale, zoom: scale };
  return sizes.canvasHeight === 0 || sizes.pictureHeight === 0 ? viewport : withinPicture(viewport, sizes);
}

/** Zoom and scroll place of a picture of these sizes, and what can be done to them. */
export function buildGraphZoom(
  [state, setState]: ReturnType<typeof useZoomState>,
  sizes: PictureSizes,
): GraphZoom {
  const viewport = shownViewport(state, sizes);
  const setViewport = (next: Viewport): void =>
    setState({ zoom: state.zoom, place: { kind: 'px', viewport: next } });
  const change = (zoom: number): void => {
    const top = -viewport.y / viewport.zoom / Math.max(1, sizes.pictureHeight);
    if (zoom !== state.zoom) setState({ zoom, place: { kind: 'part', top } });
  };
  return {
    zoom: state.zoom,
    viewport,
    setViewport,
    step: (direction) => change(stepZoom(state.zoom, direction)),
    reset: () => change(1),
    fit: () => {
      const stops = zoomStops.toReversed().filter((stop) => stop <= 1);
      const fits = (stop: number): boolean => sizes.pictureHeight * scaleOf(stop) <= sizes.canvasHeight;
      setState({ zoom: stops.find(fits) ?? zoomStops[0] ?? 1, place: { kind: 'part', top: 0 } });
    },
    scrollTo: (top) => setViewport(scrolledTo(viewport, top, sizes)),
  };
}
