import { useMemo } from 'react';
import { printSelection } from '../../url-state/selection.ts';
import { useUrlState } from '../../url-state/use-url-state.ts';
import type { FocusAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { useDraftOfQuestion } from './shown-draft.ts';
import { toShownFocus, type ShownFocus } from './shown-focus.ts';

/** What is connected with the focus of the address. `undefined`: no focus, not known yet, or it is not there any more. */
export function useFocusAnswer(): { readonly answer: FocusAnswer | undefined; readonly isKnown: boolean } {
  const { focus } = useUrlState();
  const id = focus === undefined ? '' : printSelection(focus);
  const { data, isPlaceholderData, isSuccess } = useAnswer({ kind: 'focus', id, ...useDraftOfQuestion() });
  const isKnown = isSuccess && !isPlaceholderData;
  return { answer: focus !== undefined && isKnown ? (data ?? undefined) : undefined, isKnown };
}

/** The same for the picture: what it looks up while it is drawn. */
export function useGraphFocus(): ShownFocus | undefined {
  const { answer } = useFocusAnswer();
  return useMemo(() => (answer === undefined ? undefined : toShownFocus(answer)), [answer]);
}
