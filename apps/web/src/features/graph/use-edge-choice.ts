import { useState } from 'react';
import type { FocusTarget } from './move-focus.ts';

/** Several edges lead from where the focus is. */
export interface AskedChoice {
  readonly side: 'left' | 'right';
  readonly ends: readonly FocusTarget[];
  /** What the menu opens beside. */
  readonly anchor: Element;
}

type Choice =
  | { readonly kind: 'asked'; readonly asked: AskedChoice }
  | { readonly kind: 'chosen'; readonly end: FocusTarget };

export interface EdgeChoiceState {
  /** Several edges lead where an arrow key was pressed. */
  readonly asked: AskedChoice | undefined;
  readonly choose: (end: FocusTarget) => void;
  readonly closeChoice: () => void;
}

/** Asks which of several edges to follow. `chosen` is for when the menu has gone, which gives the focus back first. */
export function useEdgeChoice(): {
  readonly state: EdgeChoiceState;
  readonly ask: (asked: AskedChoice) => void;
  readonly chosen: FocusTarget | undefined;
  readonly forget: () => void;
} {
  const [choice, setChoice] = useState<Choice | undefined>();
  return {
    state: {
      asked: choice?.kind === 'asked' ? choice.asked : undefined,
      choose: (end) => setChoice({ kind: 'chosen', end }),
      closeChoice: () => setChoice((now) => (now?.kind === 'asked' ? undefined : now)),
    },
    ask: (asked) => setChoice({ kind: 'asked', asked }),
    chosen: choice?.kind === 'chosen' ? choice.end : undefined,
    forget: () => setChoice(undefined),
  };
}
