import { findTargetOf, targetText, type FocusTarget } from './move-focus.ts';

/** An end of the column, or a node or row outside the window. */
export type Wanted = 'first' | 'last' | FocusTarget;

/** Where the focus is, and where it should go once the window has arrived there. */
export interface FocusPlace {
  grid: HTMLElement | undefined;
  focused: FocusTarget | undefined;
  wanted: Wanted | undefined;
}

/** React Flow draws a new node up to a frame after it was handed over, hence the second try. */
export function focusElement(place: FocusPlace, target: FocusTarget, isLastTry = false): void {
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

/**
 * Where the focus goes when the picture has arrived: the end of the column, or of all if the column has nothing there; the
 * node or row that an edge leads to.
 */
function findWanted(
  wanted: Wanted,
  { column }: FocusTarget,
  targets: readonly FocusTarget[],
): FocusTarget | undefined {
  if (typeof wanted === 'object') return findTargetOf(wanted, targets);
  const ofColumn = targets.filter((target) => target.column === column);
  return endOf(wanted, ofColumn) ?? endOf(wanted, targets);
}

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
  readonly hasArrived: (wanted: Wanted) => boolean;
}

/** Brings the focus to where a key has sent the picture once it is there, and to a neighbour when its node is gone. */
export function keepFocus(place: FocusPlace, { targets, hasArrived }: KeptFocusInput): void {
  const { focused, wanted } = place;
  if (focused === undefined || (wanted !== undefined && !hasArrived(wanted))) return;
  const next = wanted === undefined ? findSuccessor(focused, targets) : findWanted(wanted, focused, targets);
  place.wanted = undefined;
  if (next === undefined) return;
  place.focused = next;
  focusElement(place, next);
}
