import type { GraphNode } from '@fairlead/resource-graph';
import { use, useEffect, useState, type MouseEvent as ReactMouseEvent } from 'react';
import { ConnectContext, type Connect } from '../../drafts/connect-context.ts';
import { canBeDragged, findDrop, type Drop, type PicturePlace } from './find-drop.ts';

/** Further than a hand trembles while it clicks. */
const startPx = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A connection on its way, in pixels of the window. */
export interface ConnectDrag {
  readonly start: Point;
  readonly end: Point;
  /** What is below the pointer, where something can be dropped on it. */
  readonly over: { readonly frame: DOMRect; readonly drop: Drop } | undefined;
}

/** Where a button of the mouse went down. */
interface Press {
  readonly place: PicturePlace;
  readonly element: Element;
  readonly at: Point;
}

const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => ({
  x: clientX,
  y: clientY,
});

function findPlace(
  nodes: readonly GraphNode[],
  element: HTMLElement | null | undefined,
): PicturePlace | undefined {
  const target = element?.dataset['target'];
  const node = nodes.find(({ id }) => target === id || target?.startsWith(`${id}#`) === true);
  return node && { node, row: node.rows.find(({ id }) => target === `${node.id}#${id}`) };
}

/** The part of the picture at a point: a row, else the head of the node around it. */
function elementAt({ x, y }: Point): HTMLElement | null | undefined {
  const element = document.elementFromPoint(x, y);
  return (
    element?.closest<HTMLElement>('[data-target]') ??
    element?.closest('[data-node]')?.querySelector<HTMLElement>('[data-target]')
  );
}

const isMoved = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) >= startPx;

function lookAt({ place, element, at }: Press, nodes: readonly GraphNode[], end: Point): ConnectDrag {
  const { right, top, height } = element.getBoundingClientRect();
  const below = elementAt(end);
  const to = findPlace(nodes, below);
  const drop = to === undefined ? undefined : findDrop(place, to);
  const frame = below?.getBoundingClientRect();
  return {
    start: { x: Math.max(at.x, right), y: top + height / 2 },
    end,
    over: drop === undefined || frame === undefined ? undefined : { frame, drop },
  };
}

/** The click that follows a drag selects nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  globalThis.addEventListener('click', swallow, { capture: true, once: true });
  // Where the browser sends none, the next one counts again.
  setTimeout(() => globalThis.removeEventListener('click', swallow, { capture: true }));
}

function finish(drop: Drop | undefined, connect: Connect | undefined): void {
  if (drop?.kind === 'open') connect?.open(drop.ref, drop.connection);
  if (drop?.kind === 'ask') connect?.ask(drop.target);
}

/**
 * Drawing a connection with the mouse: from a rule to a Service's port, from a Service to what runs. Letting go opens it
 * as a draft or asks for the rest; Escape, or letting go elsewhere, does nothing.
 */
export function useConnectDrag(nodes: readonly GraphNode[]): {
  readonly drag: ConnectDrag | undefined;
  /** For the capture phase: React Flow would take the press for the beginning of a pan. */
  readonly onMouseDown: (event: ReactMouseEvent) => void;
} {
  const connect = use(ConnectContext);
  const [press, setPress] = useState<Press | undefined>();
  const [drag, setDrag] = useState<ConnectDrag | undefined>();

  // The outside system is the mouse, which may leave the picture; the listeners speak of the picture as it is now.
  useEffect(() => {
    if (press === undefined) return undefined;
    const end = (): void => {
      setPress(undefined);
      setDrag(undefined);
    };
    const onMouseMove = (event: MouseEvent): void => {
      const at = pointOf(event);
      if (event.buttons === 0) end();
      else if (drag !== undefined || isMoved(press.at, at)) setDrag(lookAt(press, nodes, at));
    };
    const onMouseUp = (event: MouseEvent): void => {
      end();
      if (drag === undefined) return;
      swallowClick();
      finish(lookAt(press, nodes, pointOf(event)).over?.drop, connect);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    };
    globalThis.addEventListener('mousemove', onMouseMove);
    globalThis.addEventListener('mouseup', onMouseUp);
    globalThis.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      globalThis.removeEventListener('mousemove', onMouseMove);
      globalThis.removeEventListener('mouseup', onMouseUp);
      globalThis.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [press, drag, nodes, connect]);

  return {
    drag,
    onMouseDown: (event) => {
      const element =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-target]') : null;
      const place = findPlace(nodes, element);
      if (element === null || place === undefined || connect === undefined) return;
      if (event.button !== 0 || !canBeDragged(place)) return;
      event.stopPropagation();
      setPress({ place, element, at: pointOf(event) });
    },
  };
}
