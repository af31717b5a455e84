import type { GraphZoom } from './use-graph-zoom.ts';

/** What of a key press matters here. */
export type ZoomKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/** + and − zoom, 0 is 100 %, Shift 1 shows everything. Whether the key was one of these. */
export function zoomByKey({ key, code, shiftKey }: ZoomKey, zoom: GraphZoom): boolean {
  if (shiftKey && code === 'Digit1') zoom.fit();
  else if (key === '+') zoom.step(1);
  else if (key === '-') zoom.step(-1);
  else if (key === '0') zoom.reset();
  else return false;
  return true;
}
