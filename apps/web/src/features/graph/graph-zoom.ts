import type { ColumnMetrics, DetailLevel } from '@fairlead/resource-graph';

/** Stops of the zoom control, as parts of 1. */
export const zoomStops: readonly number[] = [0.25, 0.35, 0.45, 0.6, 0.8, 1, 1.25, 1.5];

/** Beside an open panel on a small screen: all four columns in 820 px. */
const tight = { exposure: 140, ingress: 240, service: 184, pods: 150, gutters: [24, 24, 24] } as const;
const narrow = { exposure: 164, ingress: 270, service: 196, pods: 166, gutters: [42, 68, 50] } as const;
const wide = { exposure: 184, ingress: 330, service: 232, pods: 200, gutters: [42, 68, 50] } as const;
/** Room left of the first column, in px. */
export const sidePaddingPx = 16;
/** Room right of the last column, in px. */
export const endPaddingPx = 4;
const widestGutterPx = 120;

export const levelOf = (zoom: number): DetailLevel =>
  zoom < 0.45 ? 'overview' : zoom < 0.8 ? 'compact' : 'full';

/**
 * How much the picture is really scaled. Compact nodes are small by being short, so their text needs no shrinking below
 * 11 px; the overview is drawn to scale.
 */
export const scaleOf = (zoom: number): number =>
  levelOf(zoom) === 'compact' ? 0.85 + ((zoom - 0.45) / 0.35) * 0.15 : zoom;

const widthOf = ({ exposure, ingress, service, pods, gutters }: ColumnMetrics): number =>
  exposure + ingress + service + pods + gutters[0] + gutters[1] + gutters[2];

function baseFor(room: number): ColumnMetrics {
  if (room + sidePaddingPx + endPaddingPx >= 1200) return wide;
  return room >= widthOf(narrow) ? narrow : tight;
}

/**
 * Column widths for a canvas of this width: the gutters share what the columns leave, each up to 120 px; in the overview
 * without a limit, so that it fills the canvas.
 */
export function metricsFor(canvasWidthPx: number, zoom: number): ColumnMetrics {
  const room = canvasWidthPx / scaleOf(zoom) - sidePaddingPx - endPaddingPx;
  const base = baseFor(room);
  const share = Math.max(0, Math.floor((room - widthOf(base)) / 3));
  const widest = levelOf(zoom) === 'overview' ? Number.POSITIVE_INFINITY : widestGutterPx;
  const widen = (gutter: number): number => Math.min(Math.max(gutter, widest), gutter + share);
  return { ...base, gutters: [widen(base.gutters[0]), widen(base.gutters[1]), widen(base.gutters[2])] };
}

/** The next stop above or below; the same zoom at either end. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const stops = direction === 1 ? zoomStops : zoomStops.toReversed();
  return stops.find((stop) => (stop - zoom) * direction > 0.001) ?? zoom;
}
