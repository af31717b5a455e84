import type { OverviewAnswer } from '../../workers/questions.ts';

/** A picture in a picture: `scale` px on the canvas for one px of the picture, from `top` of the picture on. */
export interface OverviewView {
  readonly width: number;
  readonly height: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
  /** Bars are at least this high, so that nothing disappears. */
  readonly barHeight: number;
  /** Where the problem ticks stand, from the right edge. */
  readonly tickInset: number;
}

const columnColours = ['--kExposure', '--kIngress', '--kService', '--kPods'] as const;
const tickColours = { error: '--errorMark', warning: '--warnMark', info: '--infoMark' } as const;

/** Reads a token where the theme is known. */
const token = (styles: CSSStyleDeclaration, name: string): string => styles.getPropertyValue(name).trim();

/** First box whose foot lies below `y`; boxes of one picture come lane by lane, so a scan from there is short. */
function drawBoxes(pen: CanvasRenderingContext2D, overview: OverviewAnswer, view: OverviewView): void {
  const { boxes, columns } = overview;
  const styles = getComputedStyle(pen.canvas);
  const colours = columnColours.map((name) => token(styles, name));
  const bottom = view.top + view.height / view.scaleY;
  pen.globalAlpha = 0.55;
  for (let at = 0; at < columns.length; at += 1) {
    const y = boxes[at * 4 + 1] ?? 0;
    const height = boxes[at * 4 + 3] ?? 0;
    if (y > bottom || y + height < view.top) continue;
    pen.fillStyle = colours[columns[at] ?? 0] ?? '';
    drawBars(pen, { x: boxes[at * 4] ?? 0, y, width: boxes[at * 4 + 2] ?? 0, height }, view);
  }
  pen.globalAlpha = 1;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One bar per row of the node, as far as there is room for it. */
function drawBars(pen: CanvasRenderingContext2D, box: Box, view: OverviewView): void {
  const x = (box.x - view.left) * view.scaleX;
  const width = Math.max(2, box.width * view.scaleX);
  const y = (box.y - view.top) * view.scaleY;
  const height = box.height * view.scaleY;
  const step = view.barHeight + 1;
  const bars = Math.max(1, Math.floor(height / step));
  for (let bar = 0; bar < bars; bar += 1)
    pen.fillRect(x, y + bar * step, width, Math.min(view.barHeight, Math.max(0.5, height)));
}

function drawTicks(pen: CanvasRenderingContext2D, overview: OverviewAnswer, view: OverviewView): void {
  const styles = getComputedStyle(pen.canvas);
  for (const { y, severity } of overview.ticks) {
    const at = (y - view.top) * view.scaleY;
    if (at < -4 || at > view.height) continue;
    pen.fillStyle = token(styles, tickColours[severity]);
    const x = view.width - view.tickInset;
    if (severity === 'error') pen.fillRect(x, at, 6, 4);
    else {
      pen.beginPath();
      pen.moveTo(x + 3, at);
      pen.lineTo(x + 6, at + 4);
      pen.lineTo(x, at + 4);
      pen.fill();
    }
  }
}

/** Draws the whole picture small: bars by column, ticks for problems. Sharp on every screen. */
export function drawOverview(canvas: HTMLCanvasElement, overview: OverviewAnswer, view: OverviewView): void {
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(view.width * ratio);
  canvas.height = Math.round(view.height * ratio);
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.scale(ratio, ratio);
  drawBoxes(pen, overview, view);
  drawTicks(pen, overview, view);
}
