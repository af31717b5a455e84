import type { Page } from '@playwright/test';

/** An edge as it is seen: from which row or head to which, and how. */
export interface DrawnEdge {
  readonly id: string;
  /** `nodeId` or `nodeId#rowId` of what its line touches; `undefined` where it touches nothing. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly look: 'calm' | 'warning' | 'error' | 'suggestion' | 'selected';
}

/**
 * The edges between rules, Services and what answers, by where their lines begin and end on the screen, not by what
 * their ids promise. Trunks and ways around the Ingresses come from under the pinned column and are left out.
 */
export function readDrawnEdges(page: Page): Promise<readonly DrawnEdge[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('[data-target]')].map((element) => {
      const frame = element.closest<HTMLElement>('[data-node]') ?? element;
      const { left, right } = frame.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      return { target: element.dataset['target'] ?? '', left, right, top, bottom };
    });
    const probe = document.createElement('i');
    document.body.append(probe);
    const colourOf = (token: string): string => {
      probe.style.color = `var(--${token})`;
      return getComputedStyle(probe).color;
    };
    const looks = new Map([
      [colourOf('errorMark'), 'error'],
      [colourOf('warnMark'), 'warning'],
      [colourOf('muted'), 'suggestion'],
      [colourOf('accent'), 'selected'],
    ] as const);
    probe.remove();
    const near = 3;
    const touched = (x: number, y: number, side: 'left' | 'right'): string | undefined =>
      targets.find(
        (target) => Math.abs(target[side] - x) <= near && y >= target.top - 0.5 && y <= target.bottom + 0.5,
      )?.target;
    return [
      ...document.querySelectorAll<SVGPathElement>(
        '.react-flow__edge path[data-edge]:not([data-edge^="clients>"])',
      ),
    ].map((path) => {
      const matrix = path.getScreenCTM();
      const at = (length: number): DOMPoint =>
        path.getPointAtLength(length).matrixTransform(matrix ?? undefined);
      const [start, end] = [at(0), at(path.getTotalLength())];
      return {
        id: path.dataset['edge'] ?? '',
        from: touched(start.x, start.y, 'right'),
        to: touched(end.x, end.y, 'left'),
        look: looks.get(getComputedStyle(path).stroke) ?? 'calm',
      };
    });
  });
}
