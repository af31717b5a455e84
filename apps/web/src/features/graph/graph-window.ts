import type { Rectangle } from '@fairlead/resource-graph';

/** Where the picture is scrolled to: px of the screen, as React Flow counts, and the scale. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const marginPx = 400;
const stepPx = 300;

/**
 * The part of the picture to ask for: what is on the screen and a margin, in steps, so that scrolling asks anew only now
 * and then.
 */
export function windowFor(
  viewport: Viewport,
  canvas: { readonly width: number; readonly height: number },
): Rectangle {
  const top = -viewport.y / viewport.zoom;
  const height = canvas.height / viewport.zoom;
  const from = Math.max(0, Math.floor((top - marginPx) / stepPx) * stepPx);
  const to = Math.ceil((top + height + marginPx) / stepPx) * stepPx;
  return { x: 0, y: from, width: 100_000, height: to - from };
}

/** The part of the picture on the screen. */
export const partInView = (
  viewport: Viewport,
  canvasHeight: number,
): { readonly top: number; readonly height: number } => ({
  top: -viewport.y / viewport.zoom,
  height: canvasHeight / viewport.zoom,
});

/** The viewport that shows `top` at the upper edge, within the picture. */
export function scrolledTo(
  viewport: Viewport,
  top: number,
  { pictureHeight, canvasHeight }: { readonly pictureHeight: number; readonly canvasHeight: number },
): Viewport {
  const last = Math.max(0, pictureHeight - canvasHeight / viewport.zoom);
  const y = -Math.max(0, Math.min(top, last)) * viewport.zoom;
  return y === viewport.y ? viewport : { ...viewport, y: y === 0 ? 0 : y };
}

/** The viewport as it can be shown: a picture that became shorter does not leave the view empty. */
export const withinPicture = (
  viewport: Viewport,
  sizes: { readonly pictureHeight: number; readonly canvasHeight: number },
): Viewport => scrolledTo(viewport, -viewport.y / viewport.zoom, sizes);

/** Whether the picture is scrolled as far up (`first`) or down (`last`) as it goes. */
export function isAtEnd(
  viewport: Viewport,
  end: 'first' | 'last',
  { pictureHeight, canvasHeight }: { readonly pictureHeight: number; readonly canvasHeight: number },
): boolean {
  const { top, height } = partInView(viewport, canvasHeight);
  return end === 'first' ? top <= 1 : top + height >= pictureHeight - 1;
}
