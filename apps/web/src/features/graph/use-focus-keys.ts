import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import type { GraphActions } from './graph-actions.ts';
import { partInView } from './graph-window.ts';
import {
  findNextTarget,
  listFocusTargets,
  targetText,
  type FocusDirection,
  type FocusTarget,
} from './move-focus.ts';
import type { GraphZoom, PictureSizes } from './use-graph-zoom.ts';

const directions: Readonly<Record<string, FocusDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

interface FocusKeysInput {
  readonly actions: GraphActions;
  readonly answer: GraphWindowAnswer | undefined;
  readonly isCompact: boolean;
  readonly zoom: GraphZoom;
  readonly sizes: PictureSizes;
}

interface FocusKeys {
  readonly tabIndex: number;
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLDivElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
}

/** Where the focus is, and where it should go once the window has arrived there. */
interface FocusPlace {
  grid: HTMLElement | undefined;
  focused: FocusTarget | undefined;
  wanted: 'first' | 'last' | undefined;
}

function focusElement({ grid }: FocusPlace, target: FocusTarget): void {
  grid
    ?.querySelector<HTMLElement>(`[data-target="${CSS.escape(targetText(target))}"]`)
    ?.focus({ preventScroll: true });
}

const nearestTo = (y: number, targets: readonly FocusTarget[]): FocusTarget | undefined =>
  targets.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];

/** After the window changed: Home and End arrive, and a node that disappeared hands the focus to its neighbour. */
function findAfterChange(
  { focused, wanted }: FocusPlace,
  targets: readonly FocusTarget[],
): FocusTarget | undefined {
  if (focused === undefined) return undefined;
  const column = targets.filter((target) => target.column === focused.column);
  if (wanted !== undefined) return wanted === 'first' ? column[0] : column.at(-1);
  return document.activeElement === document.body ? nearestTo(focused.y, column) : undefined;
}

/** The graph is one tab stop; arrows move within it. A target outside the view is scrolled in first. */
export function useFocusKeys({ actions, answer, isCompact, zoom, sizes }: FocusKeysInput): FocusKeys {
  const [isInside, setInside] = useState(false);
  const place = useRef<FocusPlace>({ grid: undefined, focused: undefined, wanted: undefined });
  const targets = answer === undefined ? [] : listFocusTargets(answer.nodes, isCompact);

  // Synchronises with the browser's focus, which a new window may have moved or dropped.
  useEffect(() => {
    const next = isInside ? findAfterChange(place.current, targets) : undefined;
    place.current.wanted = undefined;
    if (next === undefined) return;
    place.current.focused = next;
    focusElement(place.current, next);
  });

  const focusOn = (target: FocusTarget): void => {
    const { top, height } = partInView(zoom.viewport, sizes.canvasHeight);
    const isInView = target.y >= top + 40 && target.y <= top + height - 40;
    if (target.column !== 'exposure' && !isInView) zoom.scrollTo(target.y - height / 2);
    place.current.focused = target;
    focusElement(place.current, target);
  };
  const move = (direction: FocusDirection): void => {
    const from = place.current.focused;
    if (from === undefined) return;
    if (direction === 'first' || direction === 'last') {
      place.current.wanted = direction;
      zoom.scrollTo(direction === 'first' ? 0 : sizes.pictureHeight);
    }
    const next = findNextTarget(from, direction, { targets, edges: answer?.edges ?? [] });
    if (next !== undefined) focusOn(next);
  };
  const enter = (): void => {
    const { top } = partInView(zoom.viewport, sizes.canvasHeight);
    const first = targets.find(({ column, y }) => column === 'ingress' && y >= top) ?? targets[0];
    const start = place.current.focused ?? first;
    if (start !== undefined) focusOn(start);
  };

  return {
    tabIndex: isInside ? -1 : 0,
    onFocus: (event) => {
      place.current.grid = event.currentTarget;
      setInside(true);
      if (event.target === event.currentTarget) return enter();
      const text = event.target instanceof HTMLElement ? event.target.dataset['target'] : undefined;
      place.current.focused = targets.find((target) => targetText(target) === text) ?? place.current.focused;
    },
    onBlur: (event) => {
      if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
        setInside(false);
    },
    onKeyDown: (event) => handleGraphKey(event, { actions, zoom, move, focused: place.current.focused }),
  };
}

interface KeyTools extends Pick<FocusKeysInput, 'actions' | 'zoom'> {
  readonly move: (direction: FocusDirection) => void;
  readonly focused: FocusTarget | undefined;
}

function handleGraphKey(event: KeyboardEvent<HTMLDivElement>, tools: KeyTools): void {
  const { actions, zoom, move, focused } = tools;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const direction = directions[event.key];
  if (direction !== undefined) {
    event.preventDefault();
    return move(direction);
  }
  switch (event.key) {
    case ' ':
      event.preventDefault();
      if (focused !== undefined) actions.toggleExpanded(focused.nodeId);
      break;
    case '+':
    case '-':
      zoom.step(event.key === '+' ? 1 : -1);
      break;
    case '0':
      zoom.reset();
      break;
    case '!':
      zoom.fit();
      break;
    default:
  }
}
