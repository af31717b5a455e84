import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import { findToggle } from './find-toggle.ts';
import type { GraphActions } from './graph-actions.ts';
import { isAtEnd, partInView } from './graph-window.ts';
import { listLanesWithHead } from './lane-layer.tsx';
import {
  findNextTarget,
  listFocusTargets,
  namespaceOfLaneTarget,
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
  /** The answer is that to an earlier question: the window has not yet come to where the picture is scrolled. */
  readonly isOnTheWay: boolean;
  readonly isCompact: boolean;
  readonly isOverview: boolean;
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

const listTargets = ({ answer, isCompact, isOverview, zoom }: FocusKeysInput): readonly FocusTarget[] => {
  if (answer === undefined) return [];
  const lanes = answer.accounting.namespaces === 1 ? [] : answer.lanes;
  const heads = listLanesWithHead(lanes, isOverview ? 1 / zoom.viewport.zoom : 1);
  return listFocusTargets(isOverview ? [] : answer.nodes, heads, isCompact);
};

/** React Flow draws a new node up to a frame after it was handed over, hence the second try. */
function focusElement(place: FocusPlace, target: FocusTarget, isLastTry = false): void {
  const element = place.grid?.querySelector<HTMLElement>(`[data-target="${CSS.escape(targetText(target))}"]`);
  if (element) element.focus({ preventScroll: true });
  else if (!isLastTry)
    requestAnimationFrame(() => {
      if (place.focused === target) focusElement(place, target, true);
    });
}

const nearestTo = (y: number, targets: readonly FocusTarget[]): FocusTarget | undefined =>
  targets.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];

const endOf = (end: 'first' | 'last', targets: readonly FocusTarget[]): FocusTarget | undefined =>
  end === 'first' ? targets[0] : targets.at(-1);

/** Where the focus goes when Home or End have arrived: the end of the column, or of all if the column has nothing there. */
const findWanted = (
  end: 'first' | 'last',
  { column }: FocusTarget,
  targets: readonly FocusTarget[],
): FocusTarget | undefined =>
  endOf(
    end,
    targets.filter((target) => target.column === column),
  ) ?? endOf(end, targets);

/** A node that disappeared hands the focus to its neighbour. */
const findSuccessor = (
  { column, y }: FocusTarget,
  targets: readonly FocusTarget[],
): FocusTarget | undefined =>
  document.activeElement === document.body
    ? nearestTo(
        y,
        targets.filter((target) => target.column === column),
      )
    : undefined;

interface KeptFocusInput {
  readonly targets: readonly FocusTarget[];
  readonly hasArrived: (end: 'first' | 'last') => boolean;
}

/** Brings the focus to the end that Home or End asked for once it is there, and to a neighbour when its node is gone. */
function keepFocus(place: FocusPlace, { targets, hasArrived }: KeptFocusInput): void {
  const { focused, wanted } = place;
  if (focused === undefined || (wanted !== undefined && !hasArrived(wanted))) return;
  const next = wanted === undefined ? findSuccessor(focused, targets) : findWanted(wanted, focused, targets);
  place.wanted = undefined;
  if (next === undefined) return;
  place.focused = next;
  focusElement(place, next);
}

/** The graph is one tab stop; arrows move within it. A target outside the view is scrolled in first. */
export function useFocusKeys(input: FocusKeysInput): FocusKeys {
  const { answer, isOnTheWay, zoom, sizes } = input;
  const [isInside, setInside] = useState(false);
  const place = useRef<FocusPlace>({ grid: undefined, focused: undefined, wanted: undefined });
  const targets = listTargets(input);
  const hasArrived = (end: 'first' | 'last'): boolean => !isOnTheWay && isAtEnd(zoom.viewport, end, sizes);

  // Synchronises with the browser's focus, which a new window may have moved or dropped.
  useEffect(() => {
    if (isInside) keepFocus(place.current, { targets, hasArrived });
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
    place.current.wanted = undefined;
    const isToEnd = direction === 'first' || direction === 'last';
    if (isToEnd && from.column !== 'exposure' && !hasArrived(direction)) {
      place.current.wanted = direction;
      return zoom.scrollTo(direction === 'first' ? 0 : sizes.pictureHeight);
    }
    const next = findNextTarget(from, direction, { targets, edges: answer?.edges ?? [] });
    if (next !== undefined) focusOn(next);
  };
  const enter = (): void => {
    const { top } = partInView(zoom.viewport, sizes.canvasHeight);
    const nodes = targets.filter((target) => namespaceOfLaneTarget(target.nodeId) === undefined);
    const first = nodes.find(({ column, y }) => column === 'ingress' && y >= top) ?? nodes[0] ?? targets[0];
    const start = place.current.focused ?? first;
    if (start !== undefined) focusOn(start);
  };

  return {
    tabIndex: isInside ? -1 : 0,
    onFocus: (event) => {
      place.current.grid = event.currentTarget;
      setInside(true);
      if (event.target === event.currentTarget) return enter();
      const text = targetAt(event.target);
      place.current.focused = targets.find((target) => targetText(target) === text) ?? place.current.focused;
    },
    onBlur: (event) => {
      // Focus that goes anywhere but to a node or row must not be taken back while it is on its way.
      if (event.relatedTarget !== null && targetAt(event.relatedTarget) === undefined) setInside(false);
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const direction = directions[event.key];
      if (direction !== undefined) {
        event.preventDefault();
        move(direction);
      } else if (event.key === ' ') toggleAtFocus(event, input);
      else zoomByKey(event, zoom);
    },
  };
}

/** The target that an element within the picture stands for. */
const targetAt = (element: EventTarget): string | undefined =>
  element instanceof Element ? element.closest<HTMLElement>('[data-target]')?.dataset['target'] : undefined;

/** Space at what really has the focus. A button without a target keeps its own meaning of the key. */
function toggleAtFocus(
  event: KeyboardEvent<HTMLDivElement>,
  { actions, answer, isCompact }: FocusKeysInput,
): void {
  const target = targetAt(event.target);
  if (target === undefined) return;
  event.preventDefault();
  const nodes = (answer?.nodes ?? []).map(({ node }) => node);
  const toggle = findToggle(target, nodes, { isCompact, isExpanded: actions.isExpanded });
  if (toggle?.kind === 'lane') actions.toggleFolded(toggle.namespace);
  if (toggle?.kind === 'node') actions.toggleExpanded(toggle.nodeId);
}

function zoomByKey({ key, code, shiftKey }: KeyboardEvent<HTMLDivElement>, zoom: GraphZoom): void {
  if (shiftKey && code === 'Digit1') zoom.fit();
  else if (key === '+') zoom.step(1);
  else if (key === '-') zoom.step(-1);
  else if (key === '0') zoom.reset();
}
