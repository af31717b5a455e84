import type { PlacedEdge } from '@fairlead/resource-graph';
import { focusElement, type FocusPlace, type Wanted } from './focus-place.ts';
import { partInView } from './graph-window.ts';
import { findInColumn, listAlongEdges, namespaceOfLaneTarget, type FocusTarget } from './move-focus.ts';
import type { AskedChoice } from './use-edge-choice.ts';
import type { GraphZoom, PictureSizes } from './use-graph-zoom.ts';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export interface FocusWalkInput {
  readonly place: FocusPlace;
  readonly targets: readonly FocusTarget[];
  readonly edges: readonly PlacedEdge[];
  readonly zoom: GraphZoom;
  readonly sizes: PictureSizes;
  readonly hasArrived: (wanted: Wanted) => boolean;
  readonly ask: (choice: AskedChoice) => void;
}

export interface FocusWalk {
  readonly focusOn: (target: FocusTarget) => void;
  readonly move: (direction: Direction) => void;
  /** To where the focus was last, else to the first Ingress in view. */
  readonly enter: () => void;
}

/** Moves the focus through the window, and the picture where the focus would leave the view. */
export function buildFocusWalk(input: FocusWalkInput): FocusWalk {
  const { place, targets, edges, zoom, sizes, hasArrived, ask } = input;
  const focusOn = (target: FocusTarget): void => {
    const { top, height } = partInView(zoom.viewport, sizes.canvasHeight);
    const isInView = target.y >= top + 40 && target.y <= top + height - 40;
    if (target.column !== 'exposure' && !isInView) zoom.scrollTo(target.y - height / 2);
    if (targets.every(({ nodeId }) => nodeId !== target.nodeId)) {
      place.wanted = target;
      return;
    }
    place.focused = target;
    focusElement(place, target);
  };
  const follow = (from: FocusTarget, side: 'left' | 'right'): void => {
    const ends = listAlongEdges(from, side, { targets, edges });
    const [first, ...others] = ends;
    const anchor = document.activeElement;
    if (first === undefined || anchor === null) return;
    if (others.length === 0) focusOn(first);
    else ask({ side, ends, anchor });
  };
  return {
    focusOn,
    move: (direction) => {
      const from = place.focused;
      if (from === undefined) return;
      place.wanted = undefined;
      if (direction === 'left' || direction === 'right') return follow(from, direction);
      const isToEnd = direction === 'first' || direction === 'last';
      if (isToEnd && from.column !== 'exposure' && !hasArrived(direction)) {
        place.wanted = direction;
        return zoom.scrollTo(direction === 'first' ? 0 : sizes.pictureHeight);
      }
      const next = findInColumn(from, direction, targets);
      if (next !== undefined) focusOn(next);
    },
    enter: () => {
      const { top } = partInView(zoom.viewport, sizes.canvasHeight);
      const nodes = targets.filter((target) => namespaceOfLaneTarget(target.nodeId) === undefined);
      const first = nodes.find(({ column, y }) => column === 'ingress' && y >= top) ?? nodes[0] ?? targets[0];
      const start = place.focused ?? first;
      if (start !== undefined) focusOn(start);
    },
  };
}
