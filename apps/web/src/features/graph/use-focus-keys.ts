import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { usePreferences } from '../../preferences.ts';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import { findToggle } from './find-toggle.ts';
import { keepFocus, type FocusPlace, type Wanted } from './focus-place.ts';
import { buildFocusWalk, type Direction, type FocusWalk } from './focus-walk.ts';
import type { GraphActions } from './graph-actions.ts';
import { isAtEnd } from './graph-window.ts';
import { listLanesWithHead } from './lane-layer.tsx';
import { listFocusTargets, targetText, type FocusTarget } from './move-focus.ts';
import { useEdgeChoice, type EdgeChoiceState } from './use-edge-choice.ts';
import type { GraphZoom, PictureSizes } from './use-graph-zoom.ts';
import { zoomByKey } from './zoom-by-key.ts';

const directions: Readonly<Record<string, Direction>> = {
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
  readonly choice: EdgeChoiceState;
  /** For the grid. */
  readonly keys: {
    readonly tabIndex: number;
    readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLDivElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  };
}

const listTargets = ({ answer, isCompact, isOverview, zoom }: FocusKeysInput): readonly FocusTarget[] => {
  if (answer === undefined) return [];
  const lanes = answer.accounting.namespaces === 1 ? [] : answer.lanes;
  const heads = listLanesWithHead(lanes, isOverview ? 1 / zoom.viewport.zoom : 1);
  return listFocusTargets(isOverview ? [] : answer.nodes, heads, isCompact);
};

/** The graph is one tab stop; arrows move within it. A target outside the view is scrolled in first. */
export function useFocusKeys(input: FocusKeysInput): FocusKeys {
  const { answer, isOnTheWay, zoom, sizes } = input;
  const { hasSingleLetterKeys } = usePreferences();
  const [isInside, setInside] = useState(false);
  const place = useRef<FocusPlace>({ grid: undefined, focused: undefined, wanted: undefined });
  const targets = listTargets(input);
  const { state: choice, ask, chosen, forget } = useEdgeChoice();
  const hasArrived = (wanted: Wanted): boolean =>
    typeof wanted === 'object'
      ? targets.some(({ nodeId }) => nodeId === wanted.nodeId)
      : !isOnTheWay && isAtEnd(zoom.viewport, wanted, sizes);
  const buildWalk = (): FocusWalk =>
    buildFocusWalk({
      place: place.current,
      targets,
      edges: answer?.edges ?? [],
      zoom,
      sizes,
      hasArrived,
      ask,
    });

  // Synchronises with the browser's focus, which a new window may have moved or dropped.
  useEffect(() => {
    if (isInside) keepFocus(place.current, { targets, hasArrived });
  });

  // The same for the menu of edges, which gives the focus back when it goes.
  useEffect(() => {
    if (chosen === undefined) return;
    forget();
    buildWalk().focusOn(chosen);
  });

  return {
    choice,
    keys: {
      tabIndex: isInside ? -1 : 0,
      onFocus: (event) => {
        place.current.grid = event.currentTarget;
        setInside(true);
        if (event.target === event.currentTarget) return buildWalk().enter();
        const text = targetAt(event.target);
        place.current.focused =
          targets.find((target) => targetText(target) === text) ?? place.current.focused;
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
          buildWalk().move(direction);
        } else if (event.key === ' ') toggleAtFocus(event, input);
        else if (event.key === 'f' && hasSingleLetterKeys) actOnFocused(event, input, 'toggleFocus');
        else if (event.key === 'c' && hasSingleLetterKeys) actOnFocused(event, input, 'connect');
        else if (zoomByKey(event, zoom)) event.preventDefault();
      },
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

/** F and C are about the node or row that really has the focus, whether it is selected or not. */
function actOnFocused(
  event: KeyboardEvent<HTMLDivElement>,
  { actions, answer }: FocusKeysInput,
  action: 'toggleFocus' | 'connect',
): void {
  const target = targetAt(event.target);
  const node = answer?.nodes.find(
    ({ node: { id } }) => target === id || target?.startsWith(`${id}#`) === true,
  )?.node;
  if (node === undefined) return;
  event.preventDefault();
  actions[action](
    node,
    node.rows.find(({ id }) => target === `${node.id}#${id}`),
  );
}
